package org.satchel.rules;

import java.util.Objects;
import java.util.UUID;

/**
 * A value that did not stand, kept so that a person can see it and put it back.
 *
 * @param slot where; null if the record as a whole
 * @param lost the value that gave way; null if a deletion did
 * @param loser the revision that it was of
 * @param stands the value that stands; null if the record is gone
 * @param winner the revision that stands
 */
public record Conflict(
        Kind kind, String type, String uuid, Slot slot, SlotEdit lost, UUID loser, SlotEdit stands, UUID winner) {

    /** Why the value gave way. */
    public enum Kind {
        /** Two sites changed it without knowing of each other. */
        EDITED,
        /** The record was deleted meanwhile: a deletion beats an edit. */
        DELETED,
        /** The deletion gave way, because another record refers to this one. */
        REFERRED_TO,
        /** Another record has this unique value. */
        UNIQUE,
        /** The class may be changed at another site only. */
        NOT_AUTHOR,
        /** A person rejected the parked change set that it was in. */
        REJECTED
    }

    public Conflict {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(loser, "loser");
        Objects.requireNonNull(winner, "winner");
    }
}
