package org.satchel.web.console;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.satchel.exchange.LinkState;
import org.satchel.exchange.LinkStatus;

/**
 * All neighbours in a few numbers.
 *
 * @param sites how many neighbours there are
 * @param upToDate how many have everything and have nothing parked here
 * @param needYou how many wait for a person, not for time: something of theirs is parked, or they were never reached
 * @param waiting change sets still to be sent, over all neighbours
 * @param parked change sets that came and cannot be applied yet
 * @param oldestUnsent since when the oldest of them waits; null if none does
 */
public record Summary(int sites, long upToDate, long needYou, long waiting, long parked, Instant oldestUnsent) {

    static Summary of(List<LinkStatus> links) {
        return new Summary(
                links.size(),
                links.stream().filter(Summary::upToDate).count(),
                links.stream().filter(Summary::needsYou).count(),
                links.stream().mapToLong(LinkStatus::backlog).sum(),
                links.stream().mapToLong(LinkStatus::parked).sum(),
                links.stream()
                        .map(LinkStatus::oldestUnsent)
                        .filter(Objects::nonNull)
                        .min(naturalOrder())
                        .orElse(null));
    }

    /** Which sentence says it: its key in the messages. */
    public String sentence() {
        if (sites == 0) {
            return "overview.none";
        }
        if (upToDate == sites) {
            return "overview.all";
        }
        return needYou == 0 ? "overview.some" : "overview.someNeedYou";
    }

    private static boolean upToDate(LinkStatus link) {
        return link.state() == LinkState.UP_TO_DATE && link.parked() == 0;
    }

    private static boolean needsYou(LinkStatus link) {
        return link.parked() > 0 || link.state() == LinkState.NEVER_CONTACTED;
    }
}
