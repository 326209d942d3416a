package org.satchel.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.satchel.rules.Settled;

/**
 * A part of the journal as one neighbour gets it.
 *
 * @param from the range covers positions after this one
 * @param to up to and with this one; positions of revisions that the neighbour does not get are covered without an entry
 * @param last what stands for this journal up to {@code to}; null if unknown
 * @param settled for a child, what became of its revisions at these positions
 * @param entries the revisions that the neighbour gets, in order
 * @param whole whether the journal ends with it
 */
public record JournalRange(
        long from, long to, List<JournalEntry> entries, UUID last, List<Settled> settled, boolean whole) {

    /** So many changes are read from the audit tables at a time: bounded memory, few queries. */
    private static final int CHUNK_CHANGES = 5_000;

    private static final int CHUNK_REVISIONS = 1_000;

    /** Whether it tells the neighbour nothing. */
    public boolean isEmpty() {
        return entries.isEmpty() && settled.isEmpty();
    }

    /** The same without the others. */
    JournalRange with(List<JournalEntry> some) {
        return new JournalRange(from, to, List.copyOf(some), last, settled, whole);
    }

    /** The same as far as that, with nothing in it. */
    JournalRange upTo(long position) {
        return new JournalRange(from, position, List.of(), null, List.of(), false);
    }

    /** The position of the last revision in it, which must not be empty. */
    long end() {
        return entries.get(entries.size() - 1).position();
    }

    /** How many change sets the neighbour gets. */
    public int size() {
        return entries.size();
    }

    List<List<JournalEntry>> chunks() {
        var chunks = new ArrayList<List<JournalEntry>>();
        int start = 0;
        int changes = 0;
        for (int i = 0; i < entries.size(); i++) {
            changes += entries.get(i).changes();
            if (changes >= CHUNK_CHANGES || i + 1 - start >= CHUNK_REVISIONS || i + 1 == entries.size()) {
                chunks.add(entries.subList(start, i + 1));
                start = i + 1;
                changes = 0;
            }
        }
        return chunks;
    }
}
