package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.satchel.world.Site;
import org.satchel.world.World;

/** What people write survives unchanged: lines, planes, emptiness, size. */
class ValuesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Site child = World.shared().rwinkwavu();
    private final Site parent = World.shared().kigali();
    private String encounterless;

    static Stream<String> texts() {
        return Stream.of(
                "first line\nsecond line\r\n\tthird, indented\n",
                "",
                " ",
                "[null]",
                "null",
                "<obs>&amp; 'quoted' \"twice\" \\ back</obs>",
                planes(),
                "\u0001\u001f\u007f\u2028\u2029\ufeff",
                "x".repeat(1_048_576));
    }

    /** A character of every plane that has any assigned, and the last code point of every plane but the surrogates'. */
    private static String planes() {
        var text = new StringBuilder("Ubuzima ni ingenzi é ß ゟ 😀 𠀀 ");
        for (int plane = 0; plane <= 16; plane++) {
            text.appendCodePoint((plane << 16) | 0xFFFD).appendCodePoint((plane << 16) | 0x0041);
        }
        return text.toString();
    }

    @BeforeEach
    void makeAPersonAndAConcept() {
        encounterless = UUID.randomUUID().toString();
        child.api()
                .post("/records/Person", json().put("uuid", encounterless).put("gender", "F"))
                .ok();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void carriesATextUnchanged(String text) {
        var obs = observation(text);
        var uuid = child.api().post("/records/Obs", obs).ok().path("uuid").asText();
        assertThat(arrived(uuid, "valueText").asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tellsNullFromAnyText(String text) {
        var uuid = child.api()
                .post("/records/Obs", observation(text))
                .ok()
                .path("uuid")
                .asText();
        arrived(uuid, "valueText");
        child.api()
                .put("/records/Obs/" + uuid, json().putNull("valueText").put("comments", "cleared"))
                .ok();
        parent.await("Obs", uuid, "comments", "cleared", SOON);
        var found = parent.api().get("/records/Obs/" + uuid).ok().path("valueText");
        assertThat(found.isNull() || found.isMissingNode()).isTrue();
    }

    private ObjectNode observation(String text) {
        return json().put("person", encounterless)
                .put("concept", concept())
                .put("obsDatetime", "2026-03-29T02:30:00")
                .put("valueText", text);
    }

    private String concept() {
        var found = child.api().get("/records/Concept?page=0&size=1").ok().path("records");
        if (!found.isEmpty()) {
            return found.get(0).path("uuid").asText();
        }
        var datatype = created("ConceptDatatype", json().put("name", "Text"));
        var kind = created("ConceptClass", json().put("name", "Question"));
        return created("Concept", json().put("datatype", datatype).put("conceptClass", kind));
    }

    private String created(String type, ObjectNode record) {
        return child.api().post("/records/" + type, record).ok().path("uuid").asText();
    }

    private JsonNode arrived(String uuid, String property) {
        org.satchel.world.Waiting.until(
                "the observation is at the parent",
                SOON,
                () -> parent.api().get("/records/Obs/" + uuid).status() == 200);
        return parent.api().get("/records/Obs/" + uuid).ok().path(property);
    }
}
