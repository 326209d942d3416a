package org.satchel.rules;

import java.util.Collection;

/**
 * How far the author of a revision has seen the parent's journal. That is what its site had received, except for what of it had not reached the
 * records that he changed: a parent's change set that was parked then, or that came in only after the position that he had seen. If he were
 * taken for one who had seen it, the parent would find no conflict where there is one, and would bring back what it has deleted.
 */
public final class Seen {

    private Seen() {}

    /**
     * The position for the revision.
     *
     * @param received the parent's position up to which the site had taken in
     * @param late positions of the parent's change sets to the same records that had not been applied
     */
    public static long of(long received, Collection<Long> late) {
        return late.stream().mapToLong(position -> position - 1).reduce(received, Math::min);
    }
}
