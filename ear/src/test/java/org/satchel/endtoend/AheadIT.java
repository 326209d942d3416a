package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.satchel.world.Api;
import org.satchel.world.Site;
import org.satchel.world.World;

/** A long backlog of patients with a ward and a user at its end: those come first, nothing waits for another, and both sites end equal. */
class AheadIT {

    /** So few changes go into a transmission here. */
    private static final String FEW = "100";

    private static final int PATIENTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Site parent = World.shared().kigali();
    private final Site child = World.shared().rwinkwavu();

    private record Backlog(List<String> patients, String ward, String user) {}

    @BeforeEach
    void littleGoesIntoATransmission() {
        World.awaitSettled(PATIENCE, parent, child);
        restart("satchel.transmission.changes", FEW);
    }

    @AfterEach
    void asEver() {
        restart("satchel.transmission.changes", null);
    }

    @Test
    void theWardAndTheUserOfAChildReachTheParentBeforeThePatients() {
        var made = passes(child, parent);

        // What the ward's revision came to at the parent is settled like any other.
        assertThat(number(child, "select count(*) from satchel_revision where parent_position is null"))
                .isZero();
        assertThat(made.patients()).hasSize(PATIENTS);
    }

    @Test
    void theWardAndTheUserOfTheParentReachAChildBeforeThePatients() {
        var made = passes(parent, child);

        // Whoever sees the ward here has not seen what the parent did before it.
        assertThat(number(
                        child,
                        "select r.parent_position - r.horizon from satchel_revision r join location_AUD a on a.REV = r.id"
                                + " where a.uuid = ?",
                        made.ward()))
                .isGreaterThan(PATIENTS);
    }

    private Backlog passes(Site from, Site to) {
        child.connect(parent, false);
        var backlog = makeBacklog(from);
        long ahead = number(from, "select count(*) from satchel_transmission where ahead and direction = 'SENT'");
        long parked = to.parked();
        child.connect(parent, true);
        World.awaitSettled(PATIENCE, parent, child);

        assertThat(first(to, "location_AUD", List.of(backlog.ward()))).isLessThan(firstPatient(to, backlog));
        assertThat(first(to, "users_AUD", List.of(backlog.user()))).isLessThan(firstPatient(to, backlog));
        assertThat(to.parked()).isEqualTo(parked);
        // Other suites leave what waits for good, of children that were only played.
        assertThat(number(to, "select count(*) from satchel_parked")).isEqualTo(parked);
        assertThat(
                        number(
                                from,
                                "select count(*) from satchel_transmission where ahead and direction = 'SENT' and state = 'ACKNOWLEDGED'"))
                .isEqualTo(ahead + 1);
        assertThat(number(to, "select count(*) - count(distinct uuid) from satchel_revision"))
                .isZero();
        return backlog;
    }

    private static Backlog makeBacklog(Site site) {
        var patients = new ArrayList<String>();
        for (int i = 0; i < PATIENTS; i++) {
            patients.add(makePatient(site));
        }
        var ward = UUID.randomUUID().toString();
        create(site, List.of(record("Location", ward).put("name", "Ward that is late")));
        var user = UUID.randomUUID().toString();
        var person = UUID.randomUUID().toString();
        create(
                site,
                List.of(
                        record("Person", person).put("gender", "F"),
                        named(person),
                        record("User", user).put("person", person).put("systemId", user.substring(0, 8))));
        site.api()
                .put("/records/Location/" + ward, json().put("description", "described later"))
                .ok();
        return new Backlog(patients, ward, user);
    }

    private static String makePatient(Site site) {
        var uuid = UUID.randomUUID().toString();
        create(
                site,
                List.of(
                        record("Person", uuid).put("gender", "M"),
                        named(uuid),
                        json().put("@type", "Patient").put("uuid", uuid).put("person", uuid)));
        return uuid;
    }

    private static ObjectNode named(String person) {
        return record("PersonName", UUID.randomUUID().toString())
                .put("person", person)
                .put("preferred", true)
                .put("givenName", "Mugabo")
                .put("familyName", "Uwase");
    }

    private static ObjectNode record(String type, String uuid) {
        return json().put("@type", type).put("uuid", uuid);
    }

    private static void create(Site site, List<ObjectNode> records) {
        site.api().post("/records", Api.JSON.createArrayNode().addAll(records)).ok();
    }

    private static long firstPatient(Site site, Backlog backlog) {
        return first(site, "person_AUD", backlog.patients());
    }

    /** The number of the first revision here that tells of any of the records: numbers are given as revisions come in. */
    private static long first(Site site, String table, List<String> uuids) {
        var places = String.join(",", java.util.Collections.nCopies(uuids.size(), "?"));
        return number(site, "select min(REV) from " + table + " where uuid in (" + places + ")", uuids.toArray());
    }

    private static long number(Site site, String sql, Object... parameters) {
        return Long.parseLong(
                site.query(sql, parameters).get(0).values().iterator().next());
    }

    private void restart(String setting, String value) {
        for (Site site : List.of(parent, child)) {
            site.server().stop();
            site.server().set(setting, value);
            site.start();
        }
    }
}
