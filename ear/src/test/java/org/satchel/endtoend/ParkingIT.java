package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.satchel.world.Site;
import org.satchel.world.Waiting;
import org.satchel.world.World;

/**
 * One change set that cannot be applied stands in front of many that can: they arrive, and only what depends on it waits.
 *
 * <p>It comes about as in life: the root deletes a ward that nobody uses, while a child without a line puts a room into it.
 */
class ParkingIT {

    private static final int CHANGE_SETS = Integer.getInteger("satchel.test.parking.change-sets", 5_000);
    private static final int CLERKS = 4;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Site parent = World.shared().kigali();
    private final Site child = World.shared().rwinkwavu();

    @Test
    void holdsUpOnlyWhatDependsOnThePoisonedChangeSetAndHealsWhenItIsMended() {
        World.awaitSettled(PATIENCE, parent, child);
        int few = Math.max(1_000, CHANGE_SETS / 5);
        drain(makeRooms("warm", few), few);
        double without = drain(makeRooms("free", few), few);

        var ward = create(parent, json().put("name", "Ward that is given up"));
        child.await("Location", ward, "name", "Ward that is given up", SOON);
        child.connect(parent, false);
        var poisoned = create(child, json().put("name", "Room").put("parentLocation", ward));
        change(poisoned, "description", "depends on its creation");
        var dependant = create(child, json().put("name", "Bed").put("parentLocation", poisoned));
        change(dependant, "description", "depends on its creation, too");
        parent.api().delete("/records/Location/" + ward).ok();
        double with = drain(makeRooms("behind", CHANGE_SETS), CHANGE_SETS);

        System.out.printf(
                "%d change sets: %.3f ms each without a poisoned one in front, %.3f ms each with it, ratio %.2f%n",
                CHANGE_SETS, millisEach(without), millisEach(with), (double) with.toNanos() / without.toNanos());
        assertThat(waiting(parent)).containsOnly(poisoned, dependant);
        assertThat(waiting(parent)).hasSize(4);

        var other = create(parent, json().put("name", "Ward that stays"));
        child.await("Location", other, "name", "Ward that stays", SOON);
        change(poisoned, "parentLocation", other);

        World.awaitSettled(PATIENCE, parent, child);
        assertThat(parent.api().get("/records/Location/" + ward).status()).isEqualTo(404);
        assertThat(child.api().get("/records/Location/" + ward).status()).isEqualTo(404);
        parent.await("Location", dependant, "description", "depends on its creation, too", SOON);
    }

    private String makeRooms(String kind, int count) {
        var name = kind + " " + UUID.randomUUID();
        child.connect(parent, false);
        IntStream.range(0, CLERKS).parallel().forEach(clerk -> {
            var api = child.api();
            for (int i = clerk; i < count; i += CLERKS) {
                api.post("/records/Location", json().put("name", name)).ok();
            }
        });
        return name;
    }

    /** How many milliseconds each of the change sets needs in the one exchange that brings them to the parent. */
    private double drain(String name, int count) {
        long start = System.nanoTime();
        child.connect(parent, true);
        Waiting.until(
                "the backlog is gone",
                PATIENCE,
                () -> child.link(parent).path("backlog").asLong() == 0);
        long took = System.nanoTime() - start;
        assertThat(count(parent, name)).isEqualTo(count);
        assertThat(child.link(parent).path("lastFailure").isNull()).isTrue();
        return took / 1e6 / count;
    }

    private static long count(Site site, String name) {
        return Long.parseLong(site.query("select count(*) n from location where name = ?", name)
                .get(0)
                .get("n"));
    }

    /** The records of what waits from the child, one for each change set that changes one record. */
    private List<String> waiting(Site site) {
        var records = new ArrayList<String>();
        for (var row : site.query(
                "select r.uuid from satchel_parked_record r join satchel_parked p on p.id = r.parked_id where p.link_id = ?",
                site.link(child).path("id").asLong())) {
            records.add(row.get("uuid"));
        }
        return records;
    }

    private static String create(Site site, JsonNode location) {
        return site.api().post("/records/Location", location).ok().path("uuid").asText();
    }

    private void change(String location, String property, String value) {
        child.api()
                .put("/records/Location/" + location, json().put(property, value))
                .ok();
    }
}
