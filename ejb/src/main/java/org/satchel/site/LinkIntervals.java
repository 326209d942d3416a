package org.satchel.site;

import java.time.Duration;

/** How seldom a link may exchange: from at once to weekly, a site visited by a car with a memory stick being the slowest. */
final class LinkIntervals {

    static final Duration MAX = Duration.ofDays(7);

    private LinkIntervals() {}

    static void require(Duration interval) {
        if (interval.isNegative() || interval.compareTo(MAX) > 0) {
            throw new InvalidLink("an interval is between PT0S and " + MAX);
        }
    }
}
