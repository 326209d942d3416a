package org.satchel.rules;

/** What a site does when a child's change meets one that the child had not seen. */
public enum Policy {
    /** What reaches the parent last stands. */
    LAST_IN_WINS,
    /** The parent's value stands. */
    PARENT_WINS,
    /** The parent's value stands until a person decides. */
    REVIEW,
    /** One named site alone may change records of the class; whoever else does is refused, and loses if it happens all the same. */
    AUTHORED_AT;

    /** Whether the child's value gives way. */
    boolean keepsParents() {
        return switch (this) {
            case LAST_IN_WINS -> false;
            case PARENT_WINS, REVIEW, AUTHORED_AT -> true;
        };
    }
}
