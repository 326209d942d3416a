package org.satchel.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A change set that waits.
 *
 * @param link the neighbour it came from
 * @param position the neighbour's position of it
 * @param origin the site that made it
 * @param author the account that made it
 * @param madeAt when, by the origin's clock
 * @param types names of the types of its records
 * @param changes how many records it would change
 * @param reason why it could not be applied when last tried
 * @param needs UUIDs of the records whose change may help
 * @param attempts how often it was tried
 * @param nextTry when it is tried again by itself; null if a person must look
 */
public record ParkedChangeSet(
        UUID revision,
        long link,
        long position,
        UUID origin,
        String author,
        Instant madeAt,
        List<String> types,
        int changes,
        String reason,
        List<String> needs,
        int attempts,
        Instant parkedAt,
        Instant nextTry) {

    public ParkedChangeSet {
        types = List.copyOf(types);
        needs = List.copyOf(needs);
    }

    /** Whether it waits for a person. */
    public boolean isStopped() {
        return nextTry == null;
    }
}
