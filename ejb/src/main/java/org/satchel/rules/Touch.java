package org.satchel.rules;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.satchel.change.Operation;

/**
 * What an earlier revision did to a record at this site.
 *
 * @param from the link the revision came over; {@link #HERE} if it was made here
 * @param position its position here; {@link #NOT_YET} in the moment between its commit and its numbering
 * @param parentPosition its position at the parent; {@link #NOT_YET} until the parent has settled it, and at the root
 * @param seen the parent's position that its author had seen
 * @param slots what it changed: elements, and for MODIFIED whole slots too
 */
public record Touch(
        UUID revision, long from, long position, long parentPosition, long seen, Operation operation, Set<Slot> slots) {

    public static final long NOT_YET = Long.MAX_VALUE;
    public static final long HERE = 0;

    public Touch {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(operation, "operation");
        slots = Set.copyOf(slots);
    }

    /** Whether it decided what the slot holds. */
    boolean covers(Slot slot) {
        return switch (operation) {
            case DELETED -> true;
            case ADDED -> slot.isWhole() || slots.contains(slot);
            case MODIFIED -> slots.contains(slot);
        };
    }
}
