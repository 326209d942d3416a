package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.world.Api;
import org.satchel.world.Site;
import org.satchel.world.Waiting;
import org.satchel.world.World;

/** A losing value is kept, and a person can put it back or decide otherwise; the decision reaches every site. */
class ConflictsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "tea grows on the slopes";

    private static Site kigali;
    private static Site rwinkwavu;

    @BeforeAll
    static void start() {
        kigali = World.shared().kigali();
        rwinkwavu = World.shared().rwinkwavu();
    }

    @AfterEach
    void forgetTheRules() {
        rule("Location", "LAST_IN_WINS");
    }

    @Test
    void aLosingValueIsKeptAndPutBackByOneRevision() {
        var uuid = location();
        var conflict = meet(uuid, "at Kigali", "at Rwinkwavu");
        assertThat(conflict.path("state").asText()).isEqualTo("NOTED");
        assertThat(conflict.path("slot").asText()).isEqualTo("description");
        assertThat(conflict.path("loser").path("site").asText()).isEqualTo("Kigali");
        assertThat(conflict.path("winner").path("site").asText()).isEqualTo("Rwinkwavu");
        assertThat(conflict.path("winner").path("author").asText()).isEqualTo("admin");
        var id = conflict.path("id").asLong();
        var values = kigali.api().get("/conflicts/" + id).ok().path("values");
        assertThat(values.path("lost").asText()).isEqualTo("at Kigali");
        assertThat(values.path("current").asText()).isEqualTo("at Rwinkwavu");

        long before = revisionsOfKigali();
        var after = kigali.api()
                .post("/conflicts/" + id + "/put-back", json().put("reason", "Kigali had been there"))
                .ok();

        assertThat(after.path("conflict").path("state").asText()).isEqualTo("PUT_BACK");
        assertThat(after.path("conflict").path("decidedBy").asText()).isEqualTo("admin");
        assertThat(after.path("conflict").path("reason").asText()).isEqualTo("Kigali had been there");
        rwinkwavu.await("Location", uuid, "description", "at Kigali", PATIENCE);
        assertThat(revisionsOfKigali()).isEqualTo(before + 1);
        assertRefused(kigali.api().post("/conflicts/" + id + "/dismiss", json()), 409, "conflict-decided", "PUT_BACK");
    }

    @Test
    void underReviewTheParentsValueStandsUntilAPersonDecides() {
        rule("Location", "REVIEW");
        var uuid = location();
        var conflict = meet(uuid, "at Kigali", "at Rwinkwavu");
        assertThat(conflict.path("state").asText()).isEqualTo("OPEN");
        rwinkwavu.await("Location", uuid, "description", "at Kigali", PATIENCE);
        var open =
                kigali.api().get("/conflicts").ok().path("counts").path("OPEN").asLong();
        assertThat(open).isPositive();
        assertThat(kigali.api().get("/metrics").text()).contains("satchel_open_conflicts " + open + ".0\n");

        kigali.api()
                .post("/conflicts/" + conflict.path("id").asLong() + "/decide", json().put("value", "at both"))
                .ok();

        rwinkwavu.await("Location", uuid, "description", "at both", PATIENCE);
        World.awaitEqual(PATIENCE, kigali, rwinkwavu);
    }

    @Test
    void whatIsDismissedStaysAsItIs() {
        var uuid = location();
        var id = meet(uuid, "at Kigali", "at Rwinkwavu").path("id").asLong();
        long before = revisionsOfKigali();

        var after =
                kigali.api().post("/conflicts/" + id + "/dismiss", json()).ok().path("conflict");

        assertThat(after.path("state").asText()).isEqualTo("DISMISSED");
        assertThat(revisionsOfKigali()).isEqualTo(before);
    }

    @Test
    void anEntryOfAMapIsPutBackBesideTheOthers() {
        var person =
                kigali.api().post("/records/Person", json()).ok().path("uuid").asText();
        var user = json().put("systemId", "c-" + UUID.randomUUID().toString().substring(0, 8))
                .put("person", person);
        user.putObject("userProperties").put("lang", "en").put("theme", "light");
        var uuid = kigali.api().post("/records/User", user).ok().path("uuid").asText();
        Waiting.until(
                "the user is at Rwinkwavu",
                PATIENCE,
                () -> rwinkwavu.api().get("/records/User/" + uuid).status() == 200);
        var id = meet(
                        "User",
                        uuid,
                        change -> change.putObject("userProperties")
                                .put("lang", "fr")
                                .put("theme", "light"),
                        change -> change.putObject("userProperties")
                                .put("lang", "rw")
                                .put("theme", "dark"))
                .path("id")
                .asLong();
        assertThat(kigali.api().get("/conflicts/" + id).ok().path("values").toString())
                .contains("\"key\":\"lang\",\"lost\":\"fr\",\"stands\":\"rw\",\"current\":\"rw\"");

        kigali.api().post("/conflicts/" + id + "/put-back", json()).ok();

        assertThat(kigali.api()
                        .get("/records/User/" + uuid)
                        .ok()
                        .path("userProperties")
                        .toString())
                .isEqualTo("{\"lang\":\"fr\",\"theme\":\"dark\"}");
    }

    @Test
    void aRecordThatIsGoneTakesNoValue() {
        var uuid = location();
        var id = meet(uuid, "at Kigali", "at Rwinkwavu").path("id").asLong();
        kigali.api().delete("/records/Location/" + uuid).ok();

        assertThat(kigali.api()
                        .get("/conflicts/" + id)
                        .ok()
                        .path("values")
                        .path("recordHere")
                        .asBoolean())
                .isFalse();
        assertRefused(
                kigali.api().post("/conflicts/" + id + "/put-back", json()), 409, "record-gone", "Keep the deletion");
        kigali.api().post("/conflicts/" + id + "/dismiss", json()).ok();
    }

    @Test
    void aClerkDecidesAndAViewerSeesNoValue() {
        var uuid = location();
        var id = meet(uuid, "secret of Kigali", "at Rwinkwavu").path("id").asLong();
        var viewer = account("viewer");
        var clerk = account("clerk");

        assertThat(viewer.get("/conflicts/" + id).ok().toString())
                .contains("description")
                .doesNotContain("secret of Kigali");
        assertThat(viewer.post("/conflicts/" + id + "/dismiss", json()).status())
                .isEqualTo(403);
        assertThat(clerk.get("/conflicts/" + id).ok().toString()).contains("secret of Kigali");
        assertThat(clerk.post("/conflicts/" + id + "/dismiss", json()).status()).isEqualTo(200);
    }

    @Test
    void aClassIsChangedAtItsOneSiteOnly() {
        var uuid = location();
        var rule = json().put("type", "Location").put("policy", "AUTHORED_AT");
        rwinkwavu
                .api()
                .put("/class-rules", rule.put("author", kigali.uuid().toString()))
                .ok();
        try {
            var change = json().put("description", "by the wrong site");
            var refused = rwinkwavu.api().put("/records/Location/" + uuid, change);

            assertRefused(refused, 409, "authored-elsewhere", "Location may be changed at one site only: Kigali");
            assertRefused(rwinkwavu.api().delete("/records/Location/" + uuid), 409, "authored-elsewhere", "Kigali");
            kigali.api()
                    .put("/records/Location/" + uuid, json().put("description", "by the right one"))
                    .ok();
            rwinkwavu.await("Location", uuid, "description", "by the right one", PATIENCE);
        } finally {
            rwinkwavu
                    .api()
                    .put("/class-rules", json().put("type", "Location").put("policy", "LAST_IN_WINS"))
                    .ok();
        }
    }

    @Test
    void aRuleNamesItsChoices() {
        assertRefused(rules("Unicorn", "REVIEW"), 400, "invalid", "Location");
        assertRefused(rules("Location", "WHATEVER"), 400, "bad-request", "PARENT_WINS");
        assertRefused(rules("Location", "AUTHORED_AT"), 400, "invalid", "names the one site");
        assertRefused(kigali.api().get("/conflicts?state=NOWHERE"), 400, "bad-request", "DISMISSED");
    }

    private static Api.Answer rules(String type, String policy) {
        return kigali.api().put("/class-rules", json().put("type", type).put("policy", policy));
    }

    private static void rule(String type, String policy) {
        rules(type, policy).ok();
    }

    private static String location() {
        var uuid = kigali.api()
                .post("/records/Location", json().put("name", "Ward").put("description", "before"))
                .ok()
                .path("uuid")
                .asText();
        rwinkwavu.await("Location", uuid, "description", "before", PATIENCE);
        World.awaitEqual(PATIENCE, kigali, rwinkwavu);
        return uuid;
    }

    /** Both sites change the description without knowing of each other. Answers the conflict at Kigali. */
    private static JsonNode meet(String uuid, String there, String here) {
        return meet(
                "Location",
                uuid,
                change -> change.put("description", there),
                change -> change.put("description", here));
    }

    private static JsonNode meet(String type, String uuid, Consumer<ObjectNode> there, Consumer<ObjectNode> here) {
        rwinkwavu.exchangeWith(kigali, false);
        try {
            change(kigali, type, uuid, there);
            change(rwinkwavu, type, uuid, here);
        } finally {
            rwinkwavu.exchangeWith(kigali, true);
        }
        var path = "/conflicts?uuid=" + uuid;
        Waiting.until(
                "the conflict is noted",
                PATIENCE,
                () -> kigali.api().get(path).ok().path("total").asLong() > 0);
        var found = kigali.api().get(path).ok();
        assertThat(found.path("total").asLong()).as(found.toString()).isOne();
        return found.path("conflicts").get(0);
    }

    private static void change(Site site, String type, String uuid, Consumer<ObjectNode> how) {
        var change = json();
        how.accept(change);
        site.api().put("/records/" + type + "/" + uuid, change).ok();
    }

    /** Those of locations made there, numbered yet or not. */
    private static long revisionsOfKigali() {
        return kigali.api()
                .get("/history?type=Location&size=1&origin=" + kigali.uuid())
                .ok()
                .path("total")
                .asLong();
    }

    private static Api account(String role) {
        var name = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        var account = json().put("name", name).put("password", PASSWORD);
        account.putArray("roles").add(role);
        kigali.api().post("/accounts", account).ok();
        return kigali.as(name, PASSWORD);
    }

    private static void assertRefused(Api.Answer answer, int status, String type, String says) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().path("type").asText()).endsWith(":" + type);
        assertThat(answer.text()).contains(says);
    }
}
