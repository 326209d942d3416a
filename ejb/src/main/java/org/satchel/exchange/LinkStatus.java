package org.satchel.exchange;

import java.time.Instant;
import java.util.UUID;
import org.satchel.site.LinkRole;

/**
 * How a link stands now.
 *
 * @param neighbour the neighbour's UUID; null before first contact
 * @param backlog revisions that the neighbour has not acknowledged
 * @param oldestUnsent when the oldest of them was made; null if there are none
 * @param lastExchange when an exchange last succeeded; null if none has
 * @param nextAttempt when it is tried again after a failure; null if it goes well
 * @param lastFailure why the last exchange failed; null if it succeeded
 * @param parked change sets from this neighbour that wait here
 */
public record LinkStatus(
        long id,
        String name,
        UUID neighbour,
        LinkRole role,
        LinkState state,
        long backlog,
        Instant oldestUnsent,
        Instant lastExchange,
        Instant nextAttempt,
        String lastFailure,
        long parked) {}
