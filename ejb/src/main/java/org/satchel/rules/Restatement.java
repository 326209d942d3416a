package org.satchel.rules;

import java.util.ArrayList;
import java.util.List;
import org.satchel.change.Operation;

/** Tells a record again, as this site has it. */
final class Restatement {

    private Restatement() {}

    /**
     * The record as a whole.
     *
     * @param believed what the sender takes it to hold: an element that it does not have is taken away
     */
    static Edit whole(Row row, List<SlotEdit> believed) {
        if (!row.exists()) {
            return new Edit(row, Operation.DELETED, List.of());
        }
        var slots = new ArrayList<>(row.whole());
        believed.stream()
                .map(SlotEdit::slot)
                .filter(slot -> !slot.isWhole())
                .map(row::now)
                .filter(now -> !now.present())
                .forEach(slots::add);
        return new Edit(row, Operation.ADDED, slots);
    }
}
