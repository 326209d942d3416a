package org.satchel.exchange;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: from a second, doubled each time, to five minutes; a random half of it, so that the children of a parent
 * that comes back do not all come at once.
 */
record BackOff(Duration first, Duration longest) {

    static final BackOff DEFAULT = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    Duration after(int failures, RandomGenerator random) {
        int doublings = Math.min(failures - 1, 30);
        long most = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
