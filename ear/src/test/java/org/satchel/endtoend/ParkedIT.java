package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.world.PlayedChild;
import org.satchel.world.Site;
import org.satchel.world.World;

/** What cannot be applied waits for a person, who may try it again, mend it or give it up. */
class ParkedIT {

    private static Site kigali;
    private static PlayedChild child;

    @BeforeAll
    static void greet() {
        kigali = World.shared().kigali();
        child = new PlayedChild(kigali, "Parking " + UUID.randomUUID());
    }

    @Test
    void saysWhatItNeedsAndWhatItWouldChange() throws IOException {
        var change = PlayedChild.added("Unicorn", Map.of("horn", 1L));
        var revision = child.send("uwase", Instant.EPOCH, change);

        var parked = kigali.api().get("/parked/" + revision).ok();
        assertThat(parked.path("parked").path("reason").asText()).contains("Unicorn");
        assertThat(parked.path("parked").path("author").asText()).isEqualTo("uwase");
        assertThat(parked.path("changes").get(0).toString())
                .contains("\"type\":\"Unicorn\"")
                .contains("horn");
        assertThat(kigali.api()
                        .post("/parked/" + revision + "/retry")
                        .ok()
                        .path("applied")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void isSkippedWithAReason() throws IOException {
        var revision = child.send("uwase", Instant.EPOCH, PlayedChild.added("Unicorn", Map.of()));

        assertThat(kigali.api()
                        .post("/parked/" + revision + "/skip", json().put("reason", " "))
                        .status())
                .isEqualTo(400);
        kigali.api()
                .post("/parked/" + revision + "/skip", json().put("reason", "There are no unicorns"))
                .ok();

        assertThat(kigali.api().get("/parked/" + revision).status()).isEqualTo(404);
        assertThat(kigali.api()
                        .post("/parked/" + revision + "/skip", json().put("reason", "again"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isMendedByAnotherValue() throws IOException {
        var change = PlayedChild.added(
                "Location",
                Map.of(
                        "name",
                        "n".repeat(300),
                        "retired",
                        false,
                        "creator",
                        "5a7c4e10-0000-4000-8000-000000000002",
                        "dateCreated",
                        "2026-11-24T10:00:00"));
        var revision = child.send("uwase", Instant.EPOCH, change);
        var mended = json().put("uuid", change.uuid()).put("field", "name").put("value", "Short enough");

        var elsewhere = kigali.api()
                .post("/parked/" + revision + "/replace", mended.deepCopy().put("uuid", "nobody"));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.text()).contains(change.uuid());
        assertThat(kigali.api()
                        .post("/parked/" + revision + "/replace", mended)
                        .ok()
                        .path("applied")
                        .asBoolean())
                .isTrue();
        assertThat(kigali.api()
                        .get("/records/Location/" + change.uuid())
                        .ok()
                        .path("name")
                        .asText())
                .isEqualTo("Short enough");
    }
}
