package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.satchel.world.Site;
import org.satchel.world.Waiting;
import org.satchel.world.World;

/** Power cuts in the middle of a backlog: at the end both sites are equal, nothing is there twice, nothing is missing. */
class KillIT {

    private static final int CHANGE_SETS = Integer.getInteger("satchel.test.kill.change-sets", 20_000);
    private static final int KILLS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Site parent = World.shared().kigali();
    private final Site child = World.shared().rwinkwavu();

    @Test
    void losesNothingWhenEitherServerIsKilledTenTimesInTheMiddleOfABacklog() throws Exception {
        var seed = Long.getLong("satchel.test.seed", new Random().nextLong());
        System.out.println("replay with -Dsatchel.test.seed=" + seed);
        var random = new Random(seed);
        World.awaitEqual(PATIENCE, child, parent);
        long before = revisions(parent);
        long parkedBefore = parked(parent);
        long parentLink = child.link(parent).path("id").asLong();
        enable(parentLink, false);
        makeBacklog();
        enable(parentLink, true);

        for (int kill = 0; kill < KILLS; kill++) {
            pause(random.nextInt(1_500));
            var victim = random.nextBoolean() ? parent : child;
            victim.server().kill();
            victim.start();
        }

        Waiting.until(
                "the backlog is gone",
                PATIENCE,
                () -> child.link(parent).path("backlog").asLong() == 0);
        World.awaitEqual(PATIENCE, child, parent);
        assertThat(revisions(parent)).isEqualTo(before + CHANGE_SETS);
        assertThat(gaps(parent)).isZero();
        assertThat(parked(parent)).isEqualTo(parkedBefore);
    }

    /** One transaction each, by four clerks at once. */
    private void makeBacklog() {
        IntStream.range(0, 4).parallel().forEach(clerk -> {
            var api = child.api();
            for (int i = clerk; i < CHANGE_SETS; i += 4) {
                api.post("/records/Location", json().put("name", "Ward " + i).put("description", "of clerk " + clerk))
                        .ok();
            }
        });
    }

    private void enable(long link, boolean enabled) {
        child.api()
                .put("/links/" + link, json().put("interval", "PT0S").put("enabled", enabled))
                .ok();
    }

    private static long parked(Site site) {
        return site.api().get("/parked").ok().path("total").asLong();
    }

    private static long revisions(Site site) throws SQLException {
        return number(site, "select count(*) from satchel_revision");
    }

    /** Positions without a revision, and revisions that are there twice. */
    private static long gaps(Site site) throws SQLException {
        return number(site, "select max(position) - count(distinct position) from satchel_revision")
                + number(site, "select count(*) - count(distinct uuid) from satchel_revision");
    }

    private static long number(Site site, String sql) throws SQLException {
        try (Connection connection = site.database().connect(site.schema());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void pause(long millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
