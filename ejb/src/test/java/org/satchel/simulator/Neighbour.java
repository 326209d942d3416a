package org.satchel.simulator;

import java.util.UUID;

/**
 * What a site durably knows of a link.
 *
 * @param received the neighbour's position up to which this site has taken in its stream
 * @param mark the neighbour's revision there; null if unknown
 * @param acknowledged this site's position up to which the neighbour has said to have it
 * @param life the life of the neighbour's database; null before they first met
 * @param agreement the last reconciliation of the two, of which a stick tells too; null if they have to reconcile
 * @param comparisons how often the child may still compare its records with the parent's
 */
record Neighbour(long received, UUID mark, long acknowledged, UUID life, UUID agreement, int comparisons) {

    static final int MOST_COMPARISONS = 5;

    /** The agreement of those who have never met, and have nothing. */
    static final UUID FIRST = new UUID(1, 1);

    /** Whether transmissions may travel. */
    boolean isAgreed() {
        return agreement != null;
    }

    static Neighbour fresh(UUID life) {
        return new Neighbour(0, null, 0, life, FIRST, 0);
    }

    static Neighbour stranger() {
        return new Neighbour(0, null, 0, null, null, 0);
    }

    static Neighbour agreed(UUID agreement, UUID life, long received, UUID mark, long acknowledged, int comparisons) {
        return new Neighbour(received, mark, acknowledged, life, agreement, comparisons);
    }

    Neighbour receivedTo(long position, UUID revision) {
        return position > received
                ? new Neighbour(position, revision, acknowledged, life, agreement, comparisons)
                : this;
    }

    Neighbour acknowledgedTo(long position) {
        return acknowledgedAt(Math.max(acknowledged, position));
    }

    Neighbour acknowledgedAt(long position) {
        return new Neighbour(received, mark, position, life, agreement, comparisons);
    }

    Neighbour estranged() {
        return new Neighbour(received, mark, acknowledged, life, null, comparisons);
    }

    Neighbour compared(int left) {
        return new Neighbour(received, mark, acknowledged, life, agreement, left);
    }
}
