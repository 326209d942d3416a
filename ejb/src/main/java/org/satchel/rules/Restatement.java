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
}
