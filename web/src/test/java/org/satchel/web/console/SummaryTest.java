package org.satchel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.exchange.LinkState;
import org.satchel.exchange.LinkStatus;
import org.satchel.site.LinkRole;

class SummaryTest {

    private static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");

    @Test
    void aSiteWithSomethingParkedIsNotUpToDateAndNeedsAPerson() {
        var summary =
                Summary.of(List.of(link(LinkState.UP_TO_DATE, 0, null, 0), link(LinkState.UP_TO_DATE, 0, null, 2)));

        assertThat(summary.upToDate()).isEqualTo(1);
        assertThat(summary.needYou()).isEqualTo(1);
        assertThat(summary.parked()).isEqualTo(2);
        assertThat(summary.sentence()).isEqualTo("overview.someNeedYou");
    }

    @Test
    void aBrokenLineHealsByItself() {
        var summary = Summary.of(List.of(link(LinkState.RETRYING, 7, MORNING, 0)));

        assertThat(summary.needYou()).isZero();
        assertThat(summary.sentence()).isEqualTo("overview.some");
    }

    @Test
    void theOldestUnsentIsTheOldestOfAll() {
        var summary = Summary.of(List.of(
                link(LinkState.WAITING, 3, MORNING.plusSeconds(60), 0),
                link(LinkState.WAITING, 4, MORNING, 0),
                link(LinkState.UP_TO_DATE, 0, null, 0)));

        assertThat(summary.waiting()).isEqualTo(7);
        assertThat(summary.oldestUnsent()).isEqualTo(MORNING);
    }

    @Test
    void noSiteIsNotAllSites() {
        assertThat(Summary.of(List.of()).sentence()).isEqualTo("overview.none");
    }

    private static LinkStatus link(LinkState state, long backlog, Instant oldest, long parked) {
        var neighbour = new UUID(0, parked);
        return new LinkStatus(
                1, "Kirehe", neighbour, LinkRole.CHILD, state, backlog, oldest, MORNING, null, null, parked);
    }
}
