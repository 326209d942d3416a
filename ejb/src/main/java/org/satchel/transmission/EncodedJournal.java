package org.satchel.transmission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.satchel.wire.EncodedChangeSet;

/**
 * The newest change sets of the journal as they stand on the wire: read from the audit tables and encoded for the first neighbour that asks,
 * copied for the others. So a busy parent's journal costs it the same with one child and with fifty. Bounded in bytes, thread-safe; a
 * revision never changes, so what is here is always right.
 */
@ApplicationScoped
class EncodedJournal {

    /** Minutes of a busy site: children on a good line all ask within them. */
    private static final long MOST_BYTES = 32L << 20;

    /** What the map and the object cost beside the line itself. */
    private static final int OVERHEAD_BYTES = 120;

    private final Map<Long, EncodedChangeSet> lines = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Null if it is not at hand. */
    synchronized EncodedChangeSet at(long position) {
        return lines.get(position);
    }

    synchronized void put(EncodedChangeSet line) {
        if (cost(line) > MOST_BYTES / 16 || lines.put(line.position(), line) != null) {
            return;
        }
        bytes += cost(line);
        for (Iterator<EncodedChangeSet> oldest = lines.values().iterator(); bytes > MOST_BYTES && oldest.hasNext(); ) {
            bytes -= cost(oldest.next());
            oldest.remove();
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    private static long cost(EncodedChangeSet line) {
        return line.line().length + OVERHEAD_BYTES;
    }
}
