package org.satchel.conflicts;

import java.util.List;

/**
 * One page of conflicts.
 *
 * @param total how many pass the filters, on all pages
 * @param <C> {@link ConflictEntry}, or {@link RecordConflict} where those of one record are shown as one
 */
public record ConflictPage<C>(long total, List<C> conflicts) {

    public ConflictPage {
        conflicts = List.copyOf(conflicts);
    }
}
