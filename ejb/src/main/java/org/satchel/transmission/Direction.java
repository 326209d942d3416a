package org.satchel.transmission;

/** Which way a transmission goes, seen from this site. */
public enum Direction {
    SENT,
    RECEIVED
}
