package org.satchel.web.api;

/** A body has more bytes than this resource reads. */
final class TooLarge extends RuntimeException {

    TooLarge(long maxBytes) {
        super("A body may have " + maxBytes + " bytes.");
    }
}
