package org.satchel.rules;

import java.util.List;

/**
 * A record of this site while a unit of change sets is merged into it: what the store holds, and what the unit has made of it so far. Kept by
 * the store; the rules change it and take it back.
 */
public interface Row {

    /** Its type's name. */
    String type();

    String uuid();

    boolean exists();

    /** Whether it does not exist because it was deleted here. */
    boolean wasDeleted();

    /**
     * What earlier revisions did to it, in the order in which they came to this site: for a change from a child at least all that came after
     * the seen position, for one from the parent at least all whose parent position is greater than the change's, and the parent's deletions.
     */
    List<Touch> touches();

    void touched(Touch touch);

    /** What the slot holds now, as the edit that would make it so. */
    SlotEdit now(Slot slot);

    /** All that it holds now: every whole slot and every element. */
    List<SlotEdit> whole();

    void create();

    void delete();

    /** It is not deleted after all, and holds what it held before. */
    void revive();

    void set(SlotEdit edit);

    /** A memory of it as it is now, touches included. */
    Memory remember();

    /** Takes back all that was done to a row since it was remembered. */
    @FunctionalInterface
    interface Memory {
        void restore();
    }
}
