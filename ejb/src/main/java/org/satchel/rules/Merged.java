package org.satchel.rules;

import java.util.ArrayList;
import java.util.List;
import org.satchel.change.Operation;

/**
 * What merging one change set came to.
 *
 * <p>Its life: filled while the change set is merged and its constraints are checked, then taken by the store.
 */
public final class Merged {

    private final List<Edit> applied = new ArrayList<>();
    private final List<Edit> restated = new ArrayList<>();
    private final List<Edit> displaced = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<RecordName> wanted = new ArrayList<>();
    private boolean asSent = true;

    /** What was done to this site's records: the revision as it travels on from here. */
    public List<Edit> applied() {
        return applied;
    }

    /**
     * What the neighbours are to be told again, because the sender believes otherwise: this site's own values, which it does not change here.
     * ADDED tells the record as a whole, DELETED that there is none.
     */
    public List<Edit> restated() {
        return restated;
    }

    /** What this site changed on its own account, to make room for the change set: a revision of its own. */
    public List<Edit> displaced() {
        return displaced;
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }

    /** What the parent has and this site has not, so that it must be told as a whole. */
    public List<RecordName> wanted() {
        return wanted;
    }

    /** Whether all of it stands as sent. */
    public boolean asSent() {
        return asSent;
    }

    void applied(Edit edit) {
        applied.add(edit);
    }

    void restated(Edit edit) {
        asSent = false;
        restated.add(edit);
    }

    /** What is told again is what the site holds in the end, when all of a unit has been merged and made to fit. */
    void tellAsItEnds() {
        restated.replaceAll(Restatement::again);
    }

    void displaced(Row row, SlotEdit edit) {
        displaced.add(new Edit(row, Operation.MODIFIED, List.of(edit)));
    }

    void conflict(Conflict conflict) {
        conflicts.add(conflict);
    }

    void want(RecordName record) {
        asSent = false;
        wanted.add(record);
    }

    void notAsSent() {
        asSent = false;
    }

    /** Of the edit, this slot turned out otherwise. */
    void replace(Edit edit, SlotEdit otherwise) {
        var slots = edit.slots().stream()
                .map(slot -> slot.slot().equals(otherwise.slot()) ? otherwise : slot)
                .toList();
        applied.replaceAll(one -> one == edit ? new Edit(edit.row(), edit.operation(), slots) : one);
    }

    void withdrawDeletion(Row row) {
        applied.removeIf(edit -> edit.row() == row && edit.operation() == Operation.DELETED);
    }
}
