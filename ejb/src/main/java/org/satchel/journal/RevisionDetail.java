package org.satchel.journal;

import java.util.List;
import org.satchel.change.Change;

/**
 * A revision with what it did to each record. Holds the records' values: show field names alone to whoever may not read the records.
 *
 * @param summary its line of the history
 * @param changes its changes; empty while it has no position yet
 */
public record RevisionDetail(RevisionSummary summary, List<Change> changes) {

    public RevisionDetail {
        changes = List.copyOf(changes);
    }
}
