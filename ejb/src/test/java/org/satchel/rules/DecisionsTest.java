package org.satchel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each decision is handed out once, with the positions that it belongs to. */
class DecisionsTest {

    private final Decisions decisions = new Decisions(List.of(new Settled(5, 10, 4), new Settled(20, 17, 2)));

    @Test
    void aRunIsCutAtThePosition() {
        assertThat(decisions.upTo(11)).containsExactly(new Settled(5, 10, 2));
        assertThat(decisions.upTo(17)).containsExactly(new Settled(7, 12, 2), new Settled(20, 17, 1));
        assertThat(decisions.upTo(40)).containsExactly(new Settled(21, 18, 1));
        assertThat(decisions.upTo(40)).isEmpty();
    }

    @Test
    void whatLiesBetweenTwoRunsHoldsNone() {
        assertThat(decisions.upTo(9)).isEmpty();
        assertThat(decisions.upTo(13)).containsExactly(new Settled(5, 10, 4));
        assertThat(decisions.upTo(16)).isEmpty();
        assertThat(decisions.upTo(18)).containsExactly(new Settled(20, 17, 2));
    }
}
