package org.satchel.rules;

import java.util.Objects;
import java.util.UUID;

/**
 * What one side remembers of the other's journal: the last revision that it has from it, and where that stood. A database that does not have
 * it there is an older or another life of its site.
 */
public record Mark(long position, UUID revision) {

    public Mark {
        Objects.requireNonNull(revision, "revision");
        if (position < 1) {
            throw new IllegalArgumentException("positions start at 1");
        }
    }

    /**
     * Whether it fits a journal.
     *
     * @param mark null if the other side has nothing yet, which fits every journal
     * @param there the revision that the journal has at the mark's position; null if it does not reach it
     */
    public static boolean fits(Mark mark, UUID there) {
        return mark == null || mark.revision().equals(there);
    }
}
