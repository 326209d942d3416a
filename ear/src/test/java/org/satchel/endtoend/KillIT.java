package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

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
        long parkedBefore = parent.parked();
        child.connect(parent, false);
        makeBacklog();
        child.connect(parent, true);

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
        assertThat(parent.parked()).isEqualTo(parkedBefore);
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

    private static long revisions(Site site) {
        return number(site, "select count(*) from satchel_revision");
    }

    /** Positions without a revision, and revisions that are there twice. */
    private static long gaps(Site site) {
        return number(site, "select max(position) - count(distinct position) from satchel_revision")
                + number(site, "select count(*) - count(distinct uuid) from satchel_revision");
    }

    private static long number(Site site, String sql) {
        return Long.parseLong(site.query(sql).get(0).values().iterator().next());
    }

    private static void pause(long millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
