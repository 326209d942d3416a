package org.satchel.conflicts;

import java.time.Instant;
import java.util.UUID;
import org.satchel.rules.Conflict;

/**
 * A conflict as it stands in the list: one slot of one record. Without the values, which are a patient's.
 *
 * @param slot the field or collection; null if the record as a whole, that is, a deletion that gave way
 * @param loser whose value gave way
 * @param winner whose value stands
 * @param decidedAt null while nobody has decided; likewise the two after it
 */
public record ConflictEntry(
        long id,
        Conflict.Kind kind,
        String type,
        String uuid,
        String slot,
        Side loser,
        Side winner,
        Instant foundAt,
        ConflictState state,
        Instant decidedAt,
        String decidedBy,
        String reason) {

    /** What the two revisions did to the record, slot by slot, is shown as one. */
    Group group() {
        return new Group(type, uuid, loser.revision(), winner.revision());
    }

    /** What makes conflicts one for a person. */
    record Group(String type, String uuid, UUID loser, UUID winner) {}
}
