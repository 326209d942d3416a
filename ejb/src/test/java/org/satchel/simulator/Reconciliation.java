package org.satchel.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.satchel.change.Operation;
import org.satchel.rules.Edit;
import org.satchel.rules.Row;
import org.satchel.rules.SlotEdit;
import org.satchel.rules.Touch;

/**
 * The one recovery of a child and a parent that do not stand where they left off: after a restored backup of either, a move to another parent,
 * or an absence longer than the history that is kept. First each learns which revisions the other has; then the child gets the parent's state
 * as it is, with its own unsettled revisions laid over it; then it sends those.
 */
public final class Reconciliation {

    private Reconciliation() {}

    /**
     * What a revision of the child becomes.
     *
     * @param parentPosition where the parent has it; {@link Touch#NOT_YET} if it has to go up
     * @param adopted whether it came from a parent who has lost it, so that it counts as this site's own now
     */
    public record Standing(long parentPosition, boolean adopted) {}

    /** @param atParent the parent's position of it; empty if the parent does not know it */
    public static Standing standing(boolean fromParent, OptionalLong atParent) {
        return new Standing(atParent.orElse(Touch.NOT_YET), fromParent && atParent.isEmpty());
    }

    /** Whether the parent's copy of a revision counts as its own from now on: the child who had sent it does not know of it any more. */
    public static boolean isOrphan(UUID revision, Set<UUID> child) {
        return !child.contains(revision);
    }

    /** The position after which the child's stream begins again. @param unsettled its positions of what has to go up */
    public static long restart(List<Long> unsettled, long last) {
        return unsettled.stream().mapToLong(position -> position - 1).reduce(last, Math::min);
    }

    /** What tells the child the parent's state of a record, the same however often it is tried. */
    public static UUID identity(UUID agreement, long position, String type, String uuid) {
        return UUID.nameUUIDFromBytes(
                (agreement + "/" + position + "/" + type + "/" + uuid).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What brings a record of the child to the parent's state; empty if nothing has to be done. A record that the
     * child has changed, and about which the parent has not decided, stays where the parent has none: it may be on its way there.
     *
     * @param parents all that the parent's record holds; empty if the parent has no such record
     */
    public static Optional<Edit> transfer(Row row, Optional<List<SlotEdit>> parents) {
        if (parents.isEmpty()) {
            return row.exists() && !isNews(row)
                    ? Optional.of(new Edit(row, Operation.DELETED, List.of()))
                    : Optional.empty();
        }
        var slots = new ArrayList<>(parents.get());
        var named = slots.stream().map(SlotEdit::slot).toList();
        row.whole().stream()
                .map(SlotEdit::slot)
                .filter(slot -> row.exists() && !slot.isWhole() && !named.contains(slot))
                .map(SlotEdit::take)
                .forEach(slots::add);
        boolean equal = row.exists()
                && slots.stream().allMatch(slot -> row.now(slot.slot()).equals(slot));
        return equal ? Optional.empty() : Optional.of(new Edit(row, Operation.ADDED, slots));
    }

    private static boolean isNews(Row row) {
        return row.touches().stream().anyMatch(touch -> touch.parentPosition() == Touch.NOT_YET);
    }
}
