package org.satchel.site;

/** What the neighbour at the other end of a link is to this site. */
public enum LinkRole {
    PARENT,
    CHILD
}
