package org.satchel.ingest;

import jakarta.ejb.ApplicationException;

/** A parked change set cannot be skipped now; the message says what to do first. */
@ApplicationException(rollback = true)
public final class SkipRefused extends RuntimeException {

    SkipRefused(String message) {
        super(message);
    }
}
