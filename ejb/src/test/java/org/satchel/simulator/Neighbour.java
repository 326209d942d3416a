package org.satchel.simulator;

import java.util.UUID;

/**
 * What a site durably knows of a link.
 *
 * @param received the neighbour's position up to which this site has taken in its stream
 * @param acknowledged this site's position up to which the neighbour has said to have it
 * @param agreement the last reconciliation of the two; null if they have to reconcile
 * @param since the neighbour's position whose state was transferred at that reconciliation
 * @param heard the neighbour's position of the last revision heard of; 0 for none
 * @param revision that revision
 */
record Neighbour(long received, long acknowledged, UUID agreement, long since, long heard, UUID revision) {

    /** The agreement of those who have never met, and have nothing. */
    static final UUID FIRST = new UUID(1, 1);

    /** The agreement of those who are about to reconcile. */
    static final UUID PROVISIONAL = new UUID(0, 0);

    /** Whether transmissions may travel. */
    boolean isAgreed() {
        return agreement != null && !agreement.equals(PROVISIONAL);
    }

    static Neighbour fresh() {
        return new Neighbour(0, 0, FIRST, 0, 0, null);
    }

    static Neighbour stranger() {
        return new Neighbour(0, 0, null, 0, 0, null);
    }

    Neighbour receivedTo(long position) {
        return new Neighbour(Math.max(received, position), acknowledged, agreement, since, heard, revision);
    }

    Neighbour acknowledgedTo(long position) {
        return new Neighbour(received, Math.max(acknowledged, position), agreement, since, heard, revision);
    }

    Neighbour heardOf(long position, UUID what) {
        return position > heard ? new Neighbour(received, acknowledged, agreement, since, position, what) : this;
    }

    Neighbour estranged() {
        return new Neighbour(received, acknowledged, null, since, heard, revision);
    }

    static Neighbour agreed(UUID agreement, long received, long acknowledged) {
        return new Neighbour(received, acknowledged, agreement, received, 0, null);
    }
}
