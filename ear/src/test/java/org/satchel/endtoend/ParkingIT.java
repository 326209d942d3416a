package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.world.PlayedChild;
import org.satchel.world.Site;
import org.satchel.world.Waiting;
import org.satchel.world.World;

/** One change set that cannot be applied stands in front of others that can: they arrive, and only what depends on it waits. */
class ParkingIT {

    private static final int CHANGE_SETS = Integer.getInteger("satchel.test.parking.change-sets", 5_000);
    /** As a site sends them. */
    private static final int TRANSMISSION = 20_000;

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Site parent = World.shared().kigali();

    @Test
    void bringsAllIndependentOnesInTheSameExchangeAndTheRestOnceItIsMended() throws IOException {
        var child = new PlayedChild(parent, "Played " + UUID.randomUUID());
        timed(child, rooms(child, "warm", 2_000));
        double before = timed(child, rooms(child, "free", CHANGE_SETS)).millisEach();
        var ward = PlayedChild.added("Location", location("Ward", null));
        var room = PlayedChild.added("Location", location("Room", ward.uuid()));
        var bed = PlayedChild.added("Location", location("Bed", room.uuid()));
        var poisoned =
                List.of(one(child, room), one(child, described(room)), one(child, bed), one(child, described(bed)));
        var all = new ArrayList<>(poisoned);
        all.addAll(rooms(child, "behind", CHANGE_SETS));

        var sent = timed(child, all);

        assertThat(sent.parked())
                .containsExactlyInAnyOrderElementsOf(
                        poisoned.stream().map(ChangeSet::revision).toList());
        assertThat(parent.query(
                        "select 1 from location where description = ?",
                        all.get(4).changes().get(0).fields().get("description")))
                .hasSize(CHANGE_SETS);

        child.send("somebody", Instant.EPOCH, ward);

        assertThat(parent.query(
                        "select p.id from satchel_parked p where revision = ?",
                        poisoned.get(0).revision().toString()))
                .isEmpty();
        assertThat(record(room.uuid()).path("parentLocation").asText()).isEqualTo(ward.uuid());
        assertThat(record(bed.uuid()).path("parentLocation").asText()).isEqualTo(room.uuid());
        assertThat(record(bed.uuid()).path("description").asText()).isEqualTo("depends on its creation");

        double after = timed(child, rooms(child, "free again", CHANGE_SETS)).millisEach();
        System.out.printf(
                "%d change sets: %.3f ms each before, %.3f ms each behind a poisoned one, %.3f ms each afterwards, ratio %.2f%n",
                CHANGE_SETS, before, sent.millisEach(), after, 2 * sent.millisEach() / (before + after));
    }

    /** As in life: the root deletes a ward that nobody uses, while a child without a line puts a room into it. */
    @Test
    void allSitesEndEqualOnceAClerkHasMendedWhatWasPoisoned() {
        var child = World.shared().rwinkwavu();
        World.awaitSettled(PATIENCE, parent, child);
        var ward = create(parent, json().put("name", "Ward that is given up"));
        child.await("Location", ward, "name", "Ward that is given up", SOON);
        child.connect(parent, false);
        var room = create(child, json().put("name", "Room").put("parentLocation", ward));
        change(child, room, "description", "depends on its creation");
        var bed = create(child, json().put("name", "Bed").put("parentLocation", room));
        change(child, bed, "description", "depends on its creation, too");
        for (int i = 0; i < 100; i++) {
            create(child, json().put("name", "Independent"));
        }
        parent.api().delete("/records/Location/" + ward).ok();
        child.connect(parent, true);
        Waiting.until(
                "the backlog is gone",
                SOON,
                () -> child.link(parent).path("backlog").asLong() == 0);
        assertThat(recordsThatWait(child)).containsExactlyInAnyOrder(room, room, bed, bed);

        var other = create(parent, json().put("name", "Ward that stays"));
        child.await("Location", other, "name", "Ward that stays", SOON);
        change(child, room, "parentLocation", other);

        World.awaitSettled(PATIENCE, parent, child);
        assertThat(child.api().get("/records/Location/" + ward).status()).isEqualTo(404);
        assertThat(record(room).path("parentLocation").asText()).isEqualTo(other);
        assertThat(record(bed).path("description").asText()).isEqualTo("depends on its creation, too");
    }

    private record Sent(double millisEach, List<UUID> parked) {}

    private static Sent timed(PlayedChild child, List<ChangeSet> changeSets) throws IOException {
        var parked = new ArrayList<UUID>();
        long start = System.nanoTime();
        for (int from = 0; from < changeSets.size(); from += TRANSMISSION) {
            var answer = child.send(changeSets.subList(from, Math.min(from + TRANSMISSION, changeSets.size())));
            for (JsonNode outcome : answer.path("outcomes")) {
                assertThat(outcome.path("result").asText()).isEqualTo("PARKED");
                parked.add(UUID.fromString(outcome.path("revision").asText()));
            }
        }
        return new Sent((System.nanoTime() - start) / 1e6 / changeSets.size(), parked);
    }

    private static List<ChangeSet> rooms(PlayedChild child, String kind, int count) {
        var fields = location("Room", null);
        fields.put("description", kind + " " + UUID.randomUUID());
        var rooms = new ArrayList<ChangeSet>();
        for (int i = 0; i < count; i++) {
            rooms.add(one(child, PlayedChild.added("Location", fields)));
        }
        return rooms;
    }

    private static ChangeSet one(PlayedChild child, Change change) {
        return child.changeSet("somebody", Instant.EPOCH, change);
    }

    private static Change described(Change location) {
        Map<String, Object> fields = Map.of("description", "depends on its creation");
        return new Change("Location", location.uuid(), Operation.MODIFIED, fields, Map.of());
    }

    private static Map<String, Object> location(String name, String within) {
        var fields = new HashMap<String, Object>();
        fields.put("name", name);
        fields.put("retired", false);
        fields.put("creator", "5a7c4e10-0000-4000-8000-000000000002");
        fields.put("dateCreated", "2026-11-24T10:00:00");
        if (within != null) {
            fields.put("parentLocation", within);
        }
        return fields;
    }

    /** One for each waiting change set of the child, since each changes one record. */
    private List<String> recordsThatWait(Site child) {
        return parent
                .query(
                        "select r.uuid from satchel_parked_record r join satchel_parked p on p.id = r.parked_id"
                                + " where p.link_id = ?",
                        parent.link(child).path("id").asLong())
                .stream()
                .map(row -> row.get("uuid"))
                .toList();
    }

    private JsonNode record(String location) {
        return parent.api().get("/records/Location/" + location).ok();
    }

    private static String create(Site site, JsonNode location) {
        return site.api().post("/records/Location", location).ok().path("uuid").asText();
    }

    private static void change(Site site, String location, String property, String value) {
        site.api()
                .put("/records/Location/" + location, json().put(property, value))
                .ok();
    }
}
