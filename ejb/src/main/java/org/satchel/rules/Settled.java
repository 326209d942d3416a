package org.satchel.rules;

import java.util.List;
import java.util.Optional;

/**
 * The parent has decided about a run of the child's revisions; with this the child's own values no longer stand against the parent's.
 *
 * @param child the child's position of the first
 * @param parent the parent's position of the first: what follows it in the parent's journal knows of it
 * @param count how many there are, one after the other at both
 */
public record Settled(long child, long parent, long count) {

    public Settled {
        if (child < 1 || parent < 1 || count < 1) {
            throw new IllegalArgumentException("positions and counts start at 1");
        }
    }

    /** Adds a decision to runs that end before it. */
    public static void add(List<Settled> runs, long child, long parent) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).isFollowedBy(child, parent)) {
            runs.set(last, runs.get(last).longer());
        } else {
            runs.add(new Settled(child, parent, 1));
        }
    }

    /** The part of it up to a position of the parent; empty if there is none. */
    public Optional<Settled> upTo(long position) {
        return position < parent
                ? Optional.empty()
                : Optional.of(new Settled(child, parent, Math.min(count, position - parent + 1)));
    }

    /** The part of it after a position of the parent; empty if there is none. */
    public Optional<Settled> after(long position) {
        long before = Math.max(0, position - parent + 1);
        return before >= count
                ? Optional.empty()
                : Optional.of(new Settled(child + before, parent + before, count - before));
    }

    /** Whether the next decision continues the run. */
    private boolean isFollowedBy(long nextChild, long nextParent) {
        return nextChild == child + count && nextParent == parent + count;
    }

    private Settled longer() {
        return new Settled(child, parent, count + 1);
    }
}
