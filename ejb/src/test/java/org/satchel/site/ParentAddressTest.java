package org.satchel.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParentAddressTest {

    @Test
    void endsWithoutASlash() {
        assertThat(ParentAddress.require(URI.create("https://kigali.example/satchel/api//")))
                .isEqualTo(URI.create("https://kigali.example/satchel/api"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://kigali.example/",
                "kigali.example/api",
                "/api",
                "mailto:kigali@example.org",
                "http:///api",
                "https://me:secret@kigali.example/api",
                "https://kigali.example/api?x=1",
                "https://kigali.example/api#x"
            })
    void refusesWhatIsNoPlainWebAddress(String address) {
        assertThatThrownBy(() -> ParentAddress.require(URI.create(address))).isInstanceOf(InvalidLink.class);
    }
}
