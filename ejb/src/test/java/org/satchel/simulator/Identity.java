package org.satchel.simulator;

import java.util.UUID;

/** Who a site is. @param parentLink its link to its parent; 0 for the root */
record Identity(int index, UUID uuid, long parentLink) {

    Identity under(long newParentLink) {
        return new Identity(index, uuid, newParentLink);
    }

    boolean hasParent() {
        return parentLink != 0;
    }

    /** What every other site calls the link to this one. */
    static long linkTo(int index) {
        return index + 1L;
    }

    static int siteOf(long link) {
        return (int) link - 1;
    }
}
