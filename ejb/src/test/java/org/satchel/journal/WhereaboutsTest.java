package org.satchel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.journal.Whereabouts.CAME_FROM;
import static org.satchel.journal.Whereabouts.SYNCHRONISED;
import static org.satchel.journal.Whereabouts.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.site.Link;
import org.satchel.site.LinkRole;

class WhereaboutsTest {

    private static final Link KIREHE = link(1, 10);
    private static final Link RWINKWAVU = link(2, 20);

    @Test
    void isSynchronisedUpToTheAcknowledgedPosition() {
        assertThat(Whereabouts.of(revision(10L, null), KIREHE)).isEqualTo(SYNCHRONISED);
        assertThat(Whereabouts.of(revision(11L, null), KIREHE)).isEqualTo(WAITING);
        assertThat(Whereabouts.of(revision(11L, null), RWINKWAVU)).isEqualTo(SYNCHRONISED);
    }

    @Test
    void waitsWhileItHasNoPosition() {
        assertThat(Whereabouts.of(revision(null, null), KIREHE)).isEqualTo(WAITING);
    }

    @Test
    void neverWaitsForWhereItCameFrom() {
        assertThat(Whereabouts.of(revision(15L, 1L), KIREHE)).isEqualTo(CAME_FROM);
        assertThat(Whereabouts.of(revision(null, 1L), KIREHE)).isEqualTo(CAME_FROM);
        assertThat(Whereabouts.of(revision(25L, 1L), RWINKWAVU)).isEqualTo(WAITING);
    }

    private static RevisionSummary revision(Long position, Long receivedFrom) {
        return new RevisionSummary(
                new UUID(0, 1), position, new UUID(0, 2), "clerk", Instant.EPOCH, List.of("Patient"), 1, receivedFrom);
    }

    private static Link link(long id, long acknowledged) {
        return new Link(
                id, LinkRole.CHILD, "Kirehe", null, null, null, "kirehe", Duration.ZERO, true, acknowledged, 0, 0);
    }
}
