package org.satchel.conflicts;

/** How far a conflict is. Begins as OPEN or NOTED, by the class's policy; ends with a person's decision. */
public enum ConflictState {
    /** A person is to decide; until then the parent's value stands. */
    OPEN,
    /** Settled by the class's policy; nobody need do anything, anybody may. */
    NOTED,
    /** A person gave the record the losing value, or one made of it. */
    PUT_BACK,
    /** A person let stand what stands. */
    DISMISSED;

    /** Whether a person may still decide. */
    public boolean isUndecided() {
        return switch (this) {
            case OPEN, NOTED -> true;
            case PUT_BACK, DISMISSED -> false;
        };
    }
}
