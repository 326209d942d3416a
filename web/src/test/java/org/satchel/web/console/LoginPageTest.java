package org.satchel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPageTest {

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        var page =
                "/satchel/console/history.xhtml?author=nurse.uwase&origin=6b8526d0-d956-4861-af74-c3af0f53cf2b&page=2";

        assertThat(LoginPage.destination(page, "/satchel")).isEqualTo(page);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://elsewhere.example/satchel/console/overview.xhtml",
                "//elsewhere.example/console/overview.xhtml",
                "/satchel/console/../../elsewhere.xhtml",
                "/satchel/console/overview.xhtml\r\nSet-Cookie: a=b",
                "/other/console/overview.xhtml",
                "/satchel/api/records/Patient"
            })
    void leadsNowhereElse(String from) {
        assertThat(LoginPage.destination(from, "/satchel")).isEqualTo("/satchel/index.xhtml");
    }
}
