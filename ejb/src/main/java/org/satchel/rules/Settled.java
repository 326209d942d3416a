package org.satchel.rules;

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

    /** Whether the next decision continues the run. */
    public boolean isFollowedBy(long nextChild, long nextParent) {
        return nextChild == child + count && nextParent == parent + count;
    }

    public Settled longer() {
        return new Settled(child, parent, count + 1);
    }
}
