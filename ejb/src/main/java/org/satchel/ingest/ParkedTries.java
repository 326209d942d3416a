package org.satchel.ingest;

import java.time.Duration;
import java.util.Optional;

/**
 * When a parked change set is tried again by itself: five times, after a minute, then five times longer each time. What it needs may arrive
 * earlier, and then it is tried at once; a broken line is no try.
 */
final class ParkedTries {

    static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private static final int MOST = 5;
    private static final int FACTOR = 5;

    private ParkedTries() {}

    /** How long to wait after so many failed tries, the one that parked it included; empty if a person must look. */
    static Optional<Duration> after(int attempts) {
        if (attempts > MOST) {
            return Optional.empty();
        }
        return Optional.of(FIRST_WAIT.multipliedBy((long) Math.pow(FACTOR, attempts - 1.0)));
    }
}
