package org.satchel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.rules.RevisionState.ALREADY_SYNCHRONISED;
import static org.satchel.rules.RevisionState.AWAITING_CONFIRMATION;
import static org.satchel.rules.RevisionState.FAILED_AND_STOPPED;
import static org.satchel.rules.RevisionState.FAILED_WILL_RETRY;
import static org.satchel.rules.RevisionState.NOT_SUPPOSED_TO_SYNC;
import static org.satchel.rules.RevisionState.REJECTED;
import static org.satchel.rules.RevisionState.SENT;
import static org.satchel.rules.RevisionState.SYNCHRONISED;
import static org.satchel.rules.RevisionState.WAITING;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.rules.RevisionState.Progress;

/** How a revision stands toward a neighbour, by positions and by what the neighbour said. */
class RevisionStateTest {

    private static final Progress IDLE = new Progress(10, 0, false);

    @Test
    void waitsUntilItIsPartOfATransmission() {
        assertThat(state(11, IDLE)).isEqualTo(WAITING);
        assertThat(state(Touch.NOT_YET, IDLE)).isEqualTo(WAITING);
        assertThat(state(16, new Progress(10, 15, true))).isEqualTo(WAITING);
    }

    @Test
    void isSentWhileItIsOnTheLineAndAwaitsConfirmationAfterwards() {
        assertThat(state(15, new Progress(10, 15, true))).isEqualTo(SENT);
        assertThat(state(15, new Progress(10, 15, false))).isEqualTo(AWAITING_CONFIRMATION);
    }

    @Test
    void isSynchronisedOnceTheNeighbourHasSaidSo() {
        assertThat(state(10, IDLE)).isEqualTo(SYNCHRONISED);
    }

    @Test
    void isThereAlreadyIfItCameFromThere() {
        assertThat(RevisionState.of(11, true, false, IDLE, null)).isEqualTo(ALREADY_SYNCHRONISED);
    }

    @Test
    void isNotSupposedToGoIfItTellsTheNeighbourNothing() {
        assertThat(RevisionState.of(11, false, true, IDLE, null)).isEqualTo(NOT_SUPPOSED_TO_SYNC);
    }

    @Test
    void isWhatTheNeighbourSaysOfItAlthoughItIsSafeThere() {
        assertThat(noticed(ParkedNotice.State.WILL_RETRY)).isEqualTo(FAILED_WILL_RETRY);
        assertThat(noticed(ParkedNotice.State.STOPPED)).isEqualTo(FAILED_AND_STOPPED);
        assertThat(noticed(ParkedNotice.State.REJECTED)).isEqualTo(REJECTED);
    }

    @Test
    void finalMeansFinal() {
        assertThat(RevisionState.values())
                .filteredOn(RevisionState::isFinal)
                .containsExactlyInAnyOrder(SYNCHRONISED, ALREADY_SYNCHRONISED, NOT_SUPPOSED_TO_SYNC, REJECTED);
    }

    private static RevisionState state(long position, Progress progress) {
        return RevisionState.of(position, false, false, progress, null);
    }

    private static RevisionState noticed(ParkedNotice.State state) {
        return RevisionState.of(9, false, false, IDLE, new ParkedNotice(UUID.randomUUID(), state, "why", 1));
    }
}
