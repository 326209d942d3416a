package org.satchel.conflicts;

import jakarta.ejb.ApplicationException;

/** A decision that cannot be carried out; nothing of it is. The message holds no value of a record. */
@ApplicationException(rollback = true)
public class ConflictRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** There is no such conflict. */
        UNKNOWN,
        /** A person has decided it already. */
        DECIDED,
        /** The record is not here any more. */
        RECORD_GONE,
        /** The value does not fit what is in conflict. */
        WRONG_VALUE
    }

    private final Reason reason;
    private final String hint;

    ConflictRefused(Reason reason, String detail, String hint) {
        super(detail);
        this.reason = reason;
        this.hint = hint;
    }

    public Reason reason() {
        return reason;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }

    static ConflictRefused unknown(long id) {
        return new ConflictRefused(
                Reason.UNKNOWN, "This site has no conflict " + id + ".", "Look for it with GET conflicts.");
    }

    static ConflictRefused decided(ConflictEntry entry) {
        return new ConflictRefused(
                Reason.DECIDED,
                "Conflict " + entry.id() + " was decided by " + entry.decidedBy() + " already: " + entry.state() + ".",
                "Change the record itself, if it should hold another value.");
    }

    static ConflictRefused gone(ConflictEntry entry) {
        return new ConflictRefused(
                Reason.RECORD_GONE,
                "The " + entry.type() + " " + entry.uuid()
                        + " is not at this site any more, so it cannot take a value.",
                "A deleted record does not come back under its UUID. Keep the deletion, or create a new " + entry.type()
                        + " with the values shown.");
    }

    static ConflictRefused wholeRecord(ConflictEntry entry) {
        return new ConflictRefused(
                Reason.WRONG_VALUE,
                "Conflict " + entry.id() + " is about a deletion that gave way, so there is no value to give.",
                "Put it back to delete the " + entry.type() + ", or dismiss it to keep the record.");
    }

    static ConflictRefused wrongValue(String slot, String expected) {
        return new ConflictRefused(
                Reason.WRONG_VALUE, slot + " was given a value of another kind.", "Give " + expected + ".");
    }
}
