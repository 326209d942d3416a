package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.world.Site;
import org.satchel.world.Waiting;
import org.satchel.world.World;

/** What was changed, by whom and where, as the history tells it at both ends of a link. */
class HistoryIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Nobody else's: other tests write to the same sites. */
    private static final String CLERK = "clerk-" + UUID.randomUUID();

    private static final String PASSWORD = "lakes lie below the hills";

    private static Site rwinkwavu;
    private static Site kigali;
    private static String location;

    @BeforeAll
    static void changeALocationThreeTimes() {
        rwinkwavu = World.shared().rwinkwavu();
        kigali = World.shared().kigali();
        var account = json().put("name", CLERK).put("password", PASSWORD);
        account.putArray("roles").add("clerk");
        rwinkwavu.api().post("/accounts", account).ok();
        var clerk = rwinkwavu.as(CLERK, PASSWORD);
        location = UUID.randomUUID().toString();
        clerk.post("/records/Location", json().put("uuid", location).put("name", "Pharmacy"))
                .ok();
        clerk.put("/records/Location/" + location, json().put("description", "Behind the main ward"))
                .ok();
        clerk.delete("/records/Location/" + location).ok();
    }

    @Test
    void tellsWhatTheClerkDidNewestFirst() {
        var revisions = history(rwinkwavu, "?author=" + CLERK).path("revisions");

        assertThat(revisions).hasSize(3);
        assertThat(operations(revisions)).containsExactly("DELETED", "MODIFIED", "ADDED");
        assertThat(revisions.get(0).path("origin").asText())
                .isEqualTo(rwinkwavu.uuid().toString());
    }

    @Test
    void namesTheFieldsThatChangedButNotWhatTheyHold() {
        var revisions = history(rwinkwavu, "?author=" + CLERK).path("revisions");

        var modified = detail(revisions.get(1));
        var change = modified.path("changes").get(0);
        assertThat(change.path("uuid").asText()).isEqualTo(location);
        assertThat(change.path("fields"))
                .extracting(JsonNode::asText)
                .contains("description")
                .doesNotContain("name");
        assertThat(modified.toString()).doesNotContain("main ward");
    }

    @Test
    void isTheSameHistoryWhereItArrived() {
        Waiting.until(
                "the revisions are at Kigali",
                SOON,
                () -> history(kigali, "?author=" + CLERK).path("total").asInt() == 3);

        var there = history(kigali, "?origin=" + rwinkwavu.uuid() + "&author=" + CLERK)
                .path("revisions");
        var here = history(rwinkwavu, "?author=" + CLERK).path("revisions");
        assertThat(there)
                .extracting(revision -> revision.path("revision").asText())
                .containsExactlyElementsOf(texts(here, "revision"));
        assertThat(there.get(0).path("receivedFrom").isNumber()).isTrue();
    }

    @Test
    void turnsPagesAndCountsAllOfThem() {
        var second = history(rwinkwavu, "?type=Location&author=" + CLERK + "&first=1&size=1");

        assertThat(second.path("total").asInt()).isEqualTo(3);
        assertThat(operations(second.path("revisions"))).containsExactly("MODIFIED");
    }

    @Test
    void hasNothingOfATypeThatNobodyTouched() {
        assertThat(history(rwinkwavu, "?type=Locatio&author=" + CLERK)
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void refusesWhatMakesNoSenseAndWhoMayNotSee() {
        assertThat(rwinkwavu.api().get("/history?size=0").status()).isEqualTo(400);
        assertThat(rwinkwavu.api().get("/history?first=-1").status()).isEqualTo(400);
        assertThat(rwinkwavu.api().get("/history/" + new UUID(0, 0)).status()).isEqualTo(404);
        assertThat(rwinkwavu.as(CLERK, PASSWORD).get("/history").status()).isEqualTo(403);
        assertThat(rwinkwavu.as(null, null).get("/history").status()).isEqualTo(401);
    }

    private static JsonNode history(Site site, String query) {
        return site.api().get("/history" + query).ok();
    }

    /** Its changes can be read as soon as it has its position. */
    private static JsonNode detail(JsonNode revision) {
        var path = "/history/" + revision.path("revision").asText();
        Waiting.until(
                path + " has its changes",
                SOON,
                () -> !rwinkwavu.api().get(path).ok().path("changes").isEmpty());
        return rwinkwavu.api().get(path).ok();
    }

    private static List<String> operations(JsonNode revisions) {
        var operations = new ArrayList<String>();
        revisions.forEach(revision -> operations.add(
                detail(revision).path("changes").get(0).path("operation").asText()));
        return operations;
    }

    private static List<String> texts(JsonNode revisions, String member) {
        return revisions.findValuesAsText(member);
    }
}
