package org.satchel.rules;

import java.util.Objects;
import java.util.UUID;

/**
 * What one side remembers of the other's journal: a position, and what stands for all that the journal had up to it. A database that has
 * something else there is an older or another life of its site.
 */
public record Mark(long position, UUID chain) {

    public Mark {
        Objects.requireNonNull(chain, "chain");
        if (position < 1) {
            throw new IllegalArgumentException("positions start at 1");
        }
    }

    /**
     * Whether it fits a journal.
     *
     * @param mark null if the other side has nothing yet, which fits every journal
     * @param there what stands for the journal at the mark's position; null if it does not reach it
     */
    public static boolean fits(Mark mark, UUID there) {
        return mark == null || mark.chain().equals(there);
    }
}
