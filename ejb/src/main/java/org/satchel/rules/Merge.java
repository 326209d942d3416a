package org.satchel.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.rules.Conflict.Kind;

/**
 * Merges one change set into the rows that it touches.
 *
 * <p>A child's change is decided here, by what its author had not seen: changes of others after the seen position. A parent's change is
 * followed, except where a change of this site, or of its children, has still to arrive at the parent, because there it will come later and
 * win. So a site holds its parent's values with its own unsettled changes laid over them, and once all is settled both are equal.
 */
final class Merge {

    private final Workspace site;
    private final Sender from;
    private final ChangeSet changeSet;
    private final Merged merged = new Merged();

    Merge(Workspace site, Sender from, ChangeSet changeSet) {
        this.site = site;
        this.from = from;
        this.changeSet = changeSet;
    }

    /** What the edits came to, before constraints. The rows are changed. */
    Merged merge(List<Edit> edits) throws NotApplicable {
        for (Edit edit : edits) {
            if (from.parent()) {
                follow(edit);
            } else {
                decide(edit);
            }
        }
        return merged;
    }

    private void decide(Edit edit) throws NotApplicable {
        var row = edit.row();
        var rule = site.rule(row.type());
        var unseen = row.touches().stream()
                .filter(touch -> touch.from() != from.link() && touch.position() > changeSet.seen())
                .toList();
        var deletion = last(unseen, touch -> touch.operation() == Operation.DELETED);
        if (!rule.mayAuthor(changeSet.origin())) {
            giveWay(edit, Kind.NOT_AUTHOR, changeSet.revision());
            restate(edit);
        } else if (deletion.isPresent()) {
            giveWay(edit, Kind.DELETED, deletion.get().revision());
            restate(edit);
        } else if (edit.operation() == Operation.DELETED) {
            delete(edit, unseen, rule);
        } else if (row.exists()) {
            modify(edit, unseen, rule);
        } else if (edit.operation() == Operation.ADDED) {
            create(edit);
        } else if (row.wasDeleted()) {
            giveWay(edit, Kind.DELETED, changeSet.revision());
            restate(edit);
        } else {
            throw waitsForCreation(row);
        }
    }

    /** Nothing of the edit stands. Its values are kept; a deletion has none. */
    private void giveWay(Edit edit, Kind kind, UUID winner) {
        merged.notAsSent();
        edit.slots().stream()
                .filter(slot -> slot.value() != null || !slot.slot().isWhole())
                .filter(slot -> !isStamp(edit.row(), slot.slot()))
                .forEach(slot -> merged.conflict(
                        conflict(kind, edit.row(), slot.slot(), slot, changeSet.revision(), null, winner)));
        if (edit.operation() == Operation.DELETED && kind == Kind.NOT_AUTHOR) {
            merged.conflict(conflict(kind, edit.row(), null, null, changeSet.revision(), null, winner));
        }
    }

    private void delete(Edit edit, List<Touch> unseen, ClassRule rule) {
        var row = edit.row();
        unseen.forEach(touch -> touch.slots().stream()
                .filter(slot -> !rule.stamps().contains(slot.name()))
                .forEach(slot -> merged.conflict(conflict(
                        Kind.DELETED, row, slot, row.now(slot), touch.revision(), null, changeSet.revision()))));
        // Noted even if the record is not here: its creation may be on its way.
        row.delete();
        apply(row, Operation.DELETED, List.of());
    }

    private void create(Edit edit) {
        edit.row().create();
        edit.slots().forEach(edit.row()::set);
        apply(edit.row(), Operation.ADDED, edit.slots());
    }

    private void modify(Edit edit, List<Touch> unseen, ClassRule rule) {
        var row = edit.row();
        var standing = new ArrayList<SlotEdit>();
        var again = new ArrayList<SlotEdit>();
        for (SlotEdit slot : edit.slots()) {
            var rival = last(unseen, touch -> touch.covers(slot.slot()))
                    .filter(touch -> !rule.stamps().contains(slot.slot().name()))
                    .filter(touch -> !row.now(slot.slot()).equals(slot));
            if (rival.isPresent() && rule.policy().keepsParents()) {
                var stands = row.now(slot.slot());
                merged.conflict(conflict(
                        Kind.EDITED,
                        row,
                        slot.slot(),
                        slot,
                        changeSet.revision(),
                        stands,
                        rival.get().revision()));
                again.add(stands);
            } else {
                rival.ifPresent(touch -> merged.conflict(conflict(
                        Kind.EDITED,
                        row,
                        slot.slot(),
                        row.now(slot.slot()),
                        touch.revision(),
                        slot,
                        changeSet.revision())));
                row.set(slot);
                standing.add(slot);
            }
        }
        if (!standing.isEmpty()) {
            apply(row, Operation.MODIFIED, standing);
        }
        if (!again.isEmpty()) {
            restated(new Edit(row, Operation.MODIFIED, again));
        }
    }

    private void follow(Edit edit) throws NotApplicable {
        var row = edit.row();
        var held = held(row);
        if (edit.operation() == Operation.DELETED) {
            // Also noted where the record is gone already: what was held before it is void now.
            if ((row.exists() || !held.isEmpty()) && !isToldAgain(held)) {
                noteVoid(row, held);
                row.delete();
                apply(row, Operation.DELETED, List.of());
            }
        } else if (row.exists()) {
            followSlots(edit, held);
        } else if (!held.isEmpty()) {
            merged.notAsSent();
        } else if (edit.operation() == Operation.ADDED) {
            create(edit);
        } else {
            // Its creation is not on its way any more: it was here, or came, in part.
            merged.want(new RecordName(row.type(), row.uuid()));
        }
    }

    /** After the deletion the parent has come to have the record as a whole again; if it did not, it tells the deletion again. */
    private static boolean isToldAgain(List<Touch> held) {
        return held.stream()
                .anyMatch(touch -> touch.operation() == Operation.ADDED && touch.parentPosition() != Touch.NOT_YET);
    }

    /** What was held goes with the record. Noted here too, because with an exclusion the parent may never hear of it. */
    private void noteVoid(Row row, List<Touch> held) {
        if (row.exists()) {
            held.stream().filter(touch -> touch.from() != from.link()).forEach(touch -> touch.slots().stream()
                    .filter(slot -> !isStamp(row, slot))
                    .forEach(slot -> merged.conflict(conflict(
                            Kind.DELETED, row, slot, row.now(slot), touch.revision(), null, changeSet.revision()))));
        }
    }

    private void followSlots(Edit edit, List<Touch> held) {
        var row = edit.row();
        var standing = new ArrayList<SlotEdit>();
        for (SlotEdit slot : told(edit)) {
            var holder = last(held, touch -> touch.covers(slot.slot()));
            if (holder.isEmpty()) {
                row.set(slot);
                standing.add(slot);
            } else {
                merged.notAsSent();
            }
        }
        if (!standing.isEmpty()) {
            apply(row, Operation.MODIFIED, standing);
        }
    }

    /** A record told as a whole does not hold the elements that are not named. */
    private static List<SlotEdit> told(Edit edit) {
        if (edit.operation() != Operation.ADDED) {
            return edit.slots();
        }
        var slots = new ArrayList<>(edit.slots());
        var named = slots(slots);
        edit.row().whole().stream()
                .map(SlotEdit::slot)
                .filter(slot -> !slot.isWhole() && !named.contains(slot))
                .map(SlotEdit::take)
                .forEach(slots::add);
        return slots;
    }

    /**
     * What stands against the parent's change: revisions that come after it at the parent, most of them not there yet. A deletion by the
     * parent voids what was held before it: whatever its author did to the record, it is gone at the parent.
     */
    private List<Touch> held(Row row) {
        var held = new ArrayList<Touch>();
        for (Touch touch : row.touches()) {
            if (touch.parentPosition() > changeSet.position()) {
                held.add(touch);
            } else if (touch.operation() == Operation.DELETED && touch.from() == from.link()) {
                held.clear();
            }
        }
        return held;
    }

    private void apply(Row row, Operation operation, List<SlotEdit> slots) {
        merged.applied(new Edit(row, operation, slots));
        row.touched(new Touch(
                changeSet.revision(),
                changeSet.isForgotten() ? Touch.HERE : from.link(),
                Touch.NOT_YET,
                from.parent() ? changeSet.position() : Touch.NOT_YET,
                changeSet.seen(),
                operation,
                slots(slots)));
    }

    private void restate(Edit edit) {
        var row = edit.row();
        if (!row.exists()) {
            restated(new Edit(row, Operation.DELETED, List.of()));
        } else if (edit.operation() == Operation.MODIFIED) {
            restated(new Edit(
                    row,
                    Operation.MODIFIED,
                    edit.slots().stream().map(slot -> row.now(slot.slot())).toList()));
        } else {
            restated(Restatement.whole(row));
        }
    }

    /** Told again, and with that touched: the sender's next change to it cannot know of that, be it in this very transaction. */
    private void restated(Edit edit) {
        merged.restated(edit);
        edit.row()
                .touched(new Touch(
                        changeSet.revision(),
                        Touch.HERE,
                        Touch.NOT_YET,
                        Touch.NOT_YET,
                        changeSet.seen(),
                        edit.operation(),
                        slots(edit.slots())));
    }

    private boolean isStamp(Row row, Slot slot) {
        return site.rule(row.type()).stamps().contains(slot.name());
    }

    private static Conflict conflict(
            Kind kind, Row row, Slot slot, SlotEdit lost, UUID loser, SlotEdit stands, UUID winner) {
        return new Conflict(kind, row.type(), row.uuid(), slot, lost, loser, stands, winner);
    }

    private static NotApplicable waitsForCreation(Row row) {
        return new NotApplicable(
                row.type() + " " + row.uuid() + " does not exist here; it waits for its creation", Set.of(row.uuid()));
    }

    private static Optional<Touch> last(List<Touch> touches, java.util.function.Predicate<Touch> which) {
        return touches.stream().filter(which).reduce((earlier, later) -> later);
    }

    private static Set<Slot> slots(List<SlotEdit> edits) {
        return edits.stream().map(SlotEdit::slot).collect(Collectors.toSet());
    }
}
