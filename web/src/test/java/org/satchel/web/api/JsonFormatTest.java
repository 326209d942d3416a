package org.satchel.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonFormatTest {

    private final ObjectMapper json = new JsonFormat().getContext(Object.class);

    @Test
    void writesTimesAndDurationsInIso8601() throws JsonProcessingException {
        assertEquals("\"PT5S\"", json.writeValueAsString(Duration.ofSeconds(5)));
        assertEquals("\"2026-11-24T08:00:00Z\"", json.writeValueAsString(Instant.parse("2026-11-24T08:00:00Z")));
    }

    @Test
    void readsADuration() throws JsonProcessingException {
        var settings = json.readValue("{\"interval\":\"PT5S\",\"enabled\":true}", LinksResource.LinkSettings.class);

        assertEquals(Duration.ofSeconds(5), settings.interval());
    }

    @Test
    void refusesAMemberThatIsNotKnown() {
        assertThrows(
                UnrecognizedPropertyException.class,
                () -> json.readValue("{\"name\":\"Kirehe\",\"nmae\":1}", LinksResource.NewChild.class));
    }

    @Test
    void neverShowsASecretAsText() {
        var parent = new LinksResource.NewParent("Kigali", java.net.URI.create("http://k/api"), "site-1", "zebra");

        assertFalse(parent.toString().contains("zebra"));
        assertFalse(new AccountsResource.NewPassword("zebra zebra").toString().contains("zebra"));
    }
}
