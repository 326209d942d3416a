package org.satchel.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A revision that has its position, without its changes.
 *
 * @param id its local number in the audit tables
 * @param types names of the types it changed
 * @param changes about how many records it changed: what its change set weighs
 * @param seen the parent's position that its author had seen
 * @param restated what it tells beside its audit rows, as a change set; null if nothing
 * @param extra wire members that this version does not know, as a JSON object; null if there are none
 */
record JournalEntry(
        long position,
        long seen,
        long id,
        UUID revision,
        UUID origin,
        String author,
        Instant at,
        List<String> types,
        int changes,
        String restated,
        String extra) {}
