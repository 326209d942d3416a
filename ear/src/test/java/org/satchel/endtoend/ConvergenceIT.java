package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.satchel.world.Site;
import org.satchel.world.World;

/** Two sites change the same without knowing of each other: in the end all are equal, and what was lost can be read. */
class ConvergenceIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final World WORLD = World.shared();

    private static Site kigali;
    private static Site rwinkwavu;
    private static Site kirehe;
    private static Site rusumo;

    private String ward;

    @BeforeAll
    static void start() {
        kigali = WORLD.kigali();
        rwinkwavu = WORLD.rwinkwavu();
        kirehe = WORLD.kirehe();
        rusumo = WORLD.rusumo();
    }

    @BeforeEach
    void makeAWardThatAllSitesHave() {
        ward = create(kigali, "Location", json().put("name", "Ward").put("description", "as it was"));
        settle();
    }

    @Test
    void aSiteThatReceivesARivalBeforeItSendsItsOwnEditEndsEqual() {
        kirehe.connect(kigali, false);
        change(rwinkwavu, "description", "by Rwinkwavu");
        kigali.await("Location", ward, "description", "by Rwinkwavu", SOON);
        var line = WORLD.line(kirehe);
        line.holdAnswers();
        kirehe.connect(kigali, true);
        line.awaitAnswer("application/vnd.satchel.transmission", SOON);
        change(kirehe, "description", "by Kirehe");
        line.letAnswersGo();

        settle();
        holdsEverywhere("description", "by Kirehe");
        assertThat(ListedConflict.of(kigali, ward, "description"))
                .containsExactly(edited("\"by Rwinkwavu\"", "\"by Kirehe\"", "NOTED"));
        assertThat(ListedConflict.of(rwinkwavu, ward, "description")).isEmpty();
        assertThat(ListedConflict.of(kirehe, ward, "description")).isEmpty();
    }

    @Test
    void aSiteThatSendsItsOwnEditWhileARivalWaitsForItEndsEqual() {
        apart(() -> change(rwinkwavu, "description", "by Rwinkwavu"), () -> change(kirehe, "description", "by Kirehe"));

        holdsEverywhere("description", "by Kirehe");
        assertThat(ListedConflict.of(kigali, ward, "description"))
                .containsExactly(edited("\"by Rwinkwavu\"", "\"by Kirehe\"", "NOTED"));
    }

    @Test
    void editsOfDifferentFieldsBothStand() {
        apart(() -> change(rwinkwavu, "description", "by Rwinkwavu"), () -> change(kirehe, "address1", "by Kirehe"));

        holdsEverywhere("description", "by Rwinkwavu");
        holdsEverywhere("address1", "by Kirehe");
        assertThat(ListedConflict.of(kigali, ward, "description")).isEmpty();
        assertThat(ListedConflict.of(kigali, ward, "address1")).isEmpty();
    }

    @Test
    void theSameEditAtTwoSitesIsNoConflict() {
        apart(() -> change(rwinkwavu, "description", "moved"), () -> change(kirehe, "description", "moved"));

        holdsEverywhere("description", "moved");
        assertThat(ListedConflict.of(kigali, ward, "description")).isEmpty();
    }

    @Test
    void anEditThatKnowsOfTheOtherIsNoConflict() {
        change(rwinkwavu, "description", "by Rwinkwavu");
        kirehe.await("Location", ward, "description", "by Rwinkwavu", SOON);
        change(kirehe, "description", "by Kirehe");
        settle();

        holdsEverywhere("description", "by Kirehe");
        assertThat(ListedConflict.of(kigali, ward)).isEmpty();
    }

    @Test
    void aDeletionBeatsAnEditThatComesAfterIt() {
        apart(() -> delete(rwinkwavu), () -> change(kirehe, "description", "by Kirehe"));

        goneEverywhere();
        assertThat(ListedConflict.of(kigali, ward, "description"))
                .containsExactly(new ListedConflict("DELETED", "description", "\"by Kirehe\"", null, "NOTED"));
    }

    @Test
    void aDeletionBeatsAnEditThatItDidNotKnowOf() {
        apart(() -> change(rwinkwavu, "description", "by Rwinkwavu"), () -> delete(kirehe));

        goneEverywhere();
        assertThat(ListedConflict.of(kigali, ward, "description"))
                .containsExactly(new ListedConflict("DELETED", "description", "\"by Rwinkwavu\"", null, "NOTED"));
    }

    @Test
    void theParentsValueStandsWhereItsPolicySaysSo() {
        withPolicy(
                "PARENT_WINS",
                () -> apart(
                        () -> change(rwinkwavu, "description", "by Rwinkwavu"),
                        () -> change(kirehe, "description", "by Kirehe")));

        holdsEverywhere("description", "by Rwinkwavu");
        assertThat(ListedConflict.of(kigali, ward, "description"))
                .containsExactly(edited("\"by Kirehe\"", "\"by Rwinkwavu\"", "NOTED"));
    }

    @Test
    void theParentsValueStandsUntilAPersonHasReviewedIt() {
        withPolicy(
                "REVIEW",
                () -> apart(
                        () -> change(rwinkwavu, "description", "by Rwinkwavu"),
                        () -> change(kirehe, "description", "by Kirehe")));

        holdsEverywhere("description", "by Rwinkwavu");
        assertThat(ListedConflict.of(kigali, ward, "description"))
                .containsExactly(edited("\"by Kirehe\"", "\"by Rwinkwavu\"", "OPEN"));
    }

    @Test
    void whatAChildAddsAfterItsLosingEditStillArrives() {
        withPolicy(
                "PARENT_WINS",
                () -> apart(() -> change(rwinkwavu, "description", "by Rwinkwavu"), () -> {
                    change(kirehe, "description", "by Kirehe");
                    change(kirehe, "address1", "by Kirehe");
                }));

        holdsEverywhere("description", "by Rwinkwavu");
        holdsEverywhere("address1", "by Kirehe");
    }

    @Test
    void twoRecordsThatClaimOneNameBothStayAndOneGetsASubstitute() {
        var name = "Triage " + UUID.randomUUID();
        var made = new String[2];
        apart(
                () -> made[0] = create(rwinkwavu, "EncounterType", json().put("name", name)),
                () -> made[1] = create(kirehe, "EncounterType", json().put("name", name)));

        everywhere(site -> {
            assertThat(record(site, "EncounterType", made[0]).path("name").asText())
                    .isEqualTo(name);
            assertThat(record(site, "EncounterType", made[1]).path("name").asText())
                    .isNotEqualTo(name)
                    .contains(made[1].substring(0, 8));
        });
        assertThat(ListedConflict.of(kigali, made[1], "name")).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo("UNIQUE");
            assertThat(conflict.lost()).isEqualTo('"' + name + '"');
        });
        assertThat(ListedConflict.of(kigali, made[0])).isEmpty();
    }

    @Test
    void whatIsAddedToASetAndWhatIsTakenFromItBothCount() {
        var nurse = role();
        var midwife = role();
        var registrar = role();
        var person = create(kigali, "Person", json().put("gender", "F"));
        var user = json().put("systemId", "u-" + UUID.randomUUID()).put("person", person);
        var clerk = create(kigali, "User", with(user, nurse));
        settle();

        apart(
                () -> put(rwinkwavu, "User", clerk, with(json(), nurse, midwife, registrar)),
                () -> put(kirehe, "User", clerk, with(json())));

        everywhere(site -> assertThat(texts(record(site, "User", clerk).path("roles")))
                .containsExactlyInAnyOrder(midwife, registrar));
        assertThat(ListedConflict.of(kigali, clerk, "roles")).isEmpty();
    }

    @Test
    void aSiteTwoLevelsDownEndsEqualToo() {
        kirehe.connect(kigali, false);
        change(rusumo, "description", "by Rusumo");
        kirehe.await("Location", ward, "description", "by Rusumo", SOON);
        change(rwinkwavu, "description", "by Rwinkwavu");
        kigali.await("Location", ward, "description", "by Rwinkwavu", SOON);
        kirehe.connect(kigali, true);

        settle();
        holdsEverywhere("description", "by Rusumo");
        assertThat(ListedConflict.of(kigali, ward, "description"))
                .containsExactly(edited("\"by Rwinkwavu\"", "\"by Rusumo\"", "NOTED"));
        assertThat(ListedConflict.of(kirehe, ward, "description")).isEmpty();
    }

    @Test
    void aMiddleSiteDecidesBetweenItselfAndTheSiteBelowIt() {
        rusumo.connect(kirehe, false);
        change(kirehe, "description", "by Kirehe");
        kigali.await("Location", ward, "description", "by Kirehe", SOON);
        change(rusumo, "description", "by Rusumo");
        rusumo.connect(kirehe, true);

        settle();
        holdsEverywhere("description", "by Rusumo");
        assertThat(ListedConflict.of(kirehe, ward, "description"))
                .containsExactly(edited("\"by Kirehe\"", "\"by Rusumo\"", "NOTED"));
    }

    @Test
    void theRootsPolicyReachesTheLowestSite() {
        withPolicy("PARENT_WINS", () -> {
            kirehe.connect(kigali, false);
            change(rusumo, "description", "by Rusumo");
            kirehe.await("Location", ward, "description", "by Rusumo", SOON);
            change(rwinkwavu, "description", "by Rwinkwavu");
            kigali.await("Location", ward, "description", "by Rwinkwavu", SOON);
            kirehe.connect(kigali, true);
            settle();
        });

        holdsEverywhere("description", "by Rwinkwavu");
    }

    /** First one site acts and its parent has it, then Kirehe acts without knowing; then all is exchanged. */
    private void apart(Runnable first, Runnable atKirehe) {
        kirehe.connect(kigali, false);
        first.run();
        World.awaitSettled(SOON, kigali, rwinkwavu);
        atKirehe.run();
        kirehe.connect(kigali, true);
        settle();
    }

    private static void settle() {
        World.awaitSettled(SOON, kigali, rwinkwavu, kirehe, rusumo);
    }

    private static void withPolicy(String policy, Runnable work) {
        rule(policy);
        try {
            work.run();
        } finally {
            rule("LAST_IN_WINS");
        }
    }

    private static void rule(String policy) {
        kigali.api()
                .put("/class-rules", json().put("type", "Location").put("policy", policy))
                .ok();
    }

    private void change(Site site, String field, String value) {
        put(site, "Location", ward, json().put(field, value));
    }

    private void delete(Site site) {
        site.api().delete("/records/Location/" + ward).ok();
    }

    private void holdsEverywhere(String field, String value) {
        everywhere(site -> assertThat(record(site, "Location", ward).path(field).asText())
                .as(field + " at " + site.name())
                .isEqualTo(value));
    }

    private void goneEverywhere() {
        everywhere(
                site -> assertThat(site.api().get("/records/Location/" + ward).status())
                        .as("the ward at " + site.name())
                        .isEqualTo(404));
    }

    private static void everywhere(java.util.function.Consumer<Site> check) {
        List.of(kigali, rwinkwavu, kirehe, rusumo).forEach(check);
    }

    private static ListedConflict edited(String lost, String stands, String state) {
        return new ListedConflict("EDITED", "description", lost, stands, state);
    }

    private static String create(Site site, String type, ObjectNode record) {
        return site.api().post("/records/" + type, record).ok().path("uuid").asText();
    }

    private static void put(Site site, String type, String uuid, ObjectNode record) {
        site.api().put("/records/" + type + "/" + uuid, record).ok();
    }

    private static JsonNode record(Site site, String type, String uuid) {
        return site.api().get("/records/" + type + "/" + uuid).ok();
    }

    private static String role() {
        return create(kigali, "Role", json().put("role", "r-" + UUID.randomUUID()));
    }

    private static ObjectNode with(ObjectNode user, String... roles) {
        var all = user.putArray("roles");
        List.of(roles).forEach(all::add);
        return user;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
