package org.satchel.ingest;

/** A change set cannot be applied now; the message names what, where and what it waits for, never a value of a record. */
final class NotApplicable extends Exception {

    NotApplicable(String reason) {
        super(reason);
    }
}
