package org.satchel.change;

/** What a revision did to one record. */
public enum Operation {
    ADDED,
    MODIFIED,
    DELETED
}
