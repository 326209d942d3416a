package org.satchel.conflicts;

import java.util.List;

/**
 * Where two revisions met in one record: the conflicts of all slots in which they differ.
 *
 * @param entries at least one, in the order of their ids; all of the same record, loser and winner
 */
public record RecordConflict(List<ConflictEntry> entries) {

    public RecordConflict {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a conflict is in at least one slot");
        }
    }

    /** What all of them share: record, kind of the first, loser and winner. */
    public ConflictEntry first() {
        return entries.get(0);
    }

    public boolean isUndecided() {
        return entries.stream().anyMatch(entry -> entry.state().isUndecided());
    }

    /** Its most urgent state: it is open while one of its slots is. */
    public ConflictState state() {
        return entries.stream().map(ConflictEntry::state).min(Enum::compareTo).orElseThrow();
    }
}
