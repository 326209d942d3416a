package org.satchel.journal;

import org.satchel.site.Link;

/** How far a revision is on its way to one neighbour. */
public enum Whereabouts {
    /** It came from there. */
    CAME_FROM,
    /** It has still to be sent there, or the neighbour has still to say that it has it. */
    WAITING,
    /** The neighbour has said that it is safe in its database. */
    SYNCHRONISED;

    /** Where the revision stands at the other end of the link, by positions alone: no clock decides. */
    public static Whereabouts of(RevisionSummary revision, Link link) {
        if (revision.receivedFrom() != null && revision.receivedFrom() == link.id()) {
            return CAME_FROM;
        }
        var numbered = revision.position() != null;
        return numbered && revision.position() <= link.acknowledgedPosition() ? SYNCHRONISED : WAITING;
    }
}
