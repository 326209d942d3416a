package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.change.Change;
import org.satchel.change.Operation;
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
    void isMendedByAnotherValueWhichItsSenderIsTold() throws IOException {
        var person = PlayedChild.added(
                "Person", stamped(Map.of("birthdateEstimated", false, "dead", false, "deathdateEstimated", false)));
        // A patient has the UUID of the person that it is.
        var patient = new Change(
                "Patient", person.uuid(), Operation.ADDED, stamped(Map.of("allergyStatus", "n".repeat(300))), Map.of());
        var revision = child.send("uwase", Instant.EPOCH, person, patient);
        var mended = json().put("type", "Patient")
                .put("uuid", patient.uuid())
                .put("field", "allergyStatus")
                .put("value", "See list")
                .put("reason", "The child's form took too much");

        assertRefused(revision, mended.deepCopy().put("uuid", "nobody"), patient.uuid());
        assertRefused(revision, mended.deepCopy().put("field", "unicorn"), "no field of the name");
        assertRefused(revision, mended.deepCopy().put("field", "voided"), "Give true or false");
        assertRefused(revision, mended.deepCopy().put("reason", " "), "reason");
        assertThat(kigali.api()
                        .post("/parked/" + revision + "/replace", mended)
                        .ok()
                        .path("applied")
                        .asBoolean())
                .isTrue();
        assertThat(kigali.api()
                        .get("/records/Patient/" + patient.uuid())
                        .ok()
                        .path("allergyStatus")
                        .asText())
                .isEqualTo("See list");
        var told = kigali.api()
                .get("/history?size=1&author=satchel")
                .ok()
                .path("revisions")
                .get(0)
                .path("revision")
                .asText();
        assertThat(kigali.api().get("/history/" + told).ok().toString()).contains(patient.uuid());
    }

    private static Map<String, Object> stamped(Map<String, Object> fields) {
        var all = new HashMap<String, Object>(fields);
        all.put("creator", "5a7c4e10-0000-4000-8000-000000000002");
        all.put("dateCreated", "2026-11-24T10:00:00");
        all.put("voided", false);
        return all;
    }

    private static void assertRefused(UUID revision, JsonNode replacement, String why) {
        var answer = kigali.api().post("/parked/" + revision + "/replace", replacement);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(why);
    }
}
