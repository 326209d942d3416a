package org.satchel.rules;

import java.util.List;
import org.satchel.change.Operation;

/** Tells a record again, as this site has it. */
final class Restatement {

    private Restatement() {}

    /** The record as a whole: what it does not name, the record does not hold. */
    static Edit whole(Row row) {
        return row.exists() ? new Edit(row, Operation.ADDED, row.whole()) : new Edit(row, Operation.DELETED, List.of());
    }

    /** The same, as it is now. */
    static Edit again(Edit told) {
        var row = told.row();
        if (!row.exists() || told.operation() != Operation.MODIFIED) {
            return whole(row);
        }
        return new Edit(
                row,
                Operation.MODIFIED,
                told.slots().stream().map(edit -> row.now(edit.slot())).toList());
    }
}
