package org.satchel.ingest;

import jakarta.ejb.ApplicationException;

/** A value of a parked change set cannot be replaced by that; nothing was. The message holds no value of a record. */
@ApplicationException(rollback = true)
public final class ReplacementRefused extends RuntimeException {

    private final String hint;

    ReplacementRefused(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
