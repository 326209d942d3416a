package org.satchel.upkeep;

import java.time.Duration;
import java.util.Optional;
import org.satchel.site.LinkRole;

/**
 * How one link does.
 *
 * @param name unique among the links of this site
 * @param backlog positions between the journal's head and the last acknowledged one: an upper bound, because revisions that came from the
 *     neighbour or are excluded have positions too but are not sent, and counting what is to be sent would read all of it
 * @param oldestUnsent age of the first revision that is not acknowledged, by the clock of the site that made it; empty if all are
 * @param sinceSuccess time since the last successful exchange; empty if there was none
 * @param failuresInARow failed exchanges since then
 * @param parked change sets of the neighbour that cannot be applied now
 */
public record LinkStatistics(
        LinkRole role,
        String name,
        long backlog,
        Optional<Duration> oldestUnsent,
        Optional<Duration> sinceSuccess,
        int failuresInARow,
        long parked) {}
