package org.satchel.simulator;

import java.util.UUID;

/**
 * What a site durably knows of a link.
 *
 * @param received the neighbour's position up to which this site has taken in its stream
 * @param marked a position there, not before that one, of which it has a mark
 * @param mark what the neighbour's journal up to there is known by; null at 0
 * @param acknowledged this site's position up to which the neighbour has said to have it
 * @param life the life of the neighbour's database; null before they first met
 * @param agreement the last reconciliation of the two, of which a stick tells too; null if they have to reconcile
 * @param number how many reconciliations there were: of two that do not agree, who knows of fewer is an older state of itself
 * @param comparisons how often the child may still compare its records with the parent's
 */
record Neighbour(
        long received,
        long marked,
        UUID mark,
        long acknowledged,
        UUID life,
        UUID agreement,
        int number,
        int comparisons) {

    static final int MOST_COMPARISONS = 5;

    /** The agreement of those who have never met, and have nothing. */
    static final UUID FIRST = new UUID(1, 1);

    /** Whether transmissions may travel. */
    boolean isAgreed() {
        return agreement != null;
    }

    static Neighbour fresh(UUID life) {
        return new Neighbour(0, 0, null, 0, life, FIRST, 0, 0);
    }

    static Neighbour stranger() {
        return new Neighbour(0, 0, null, 0, null, null, 0, 0);
    }

    /** After a reconciliation. */
    static Neighbour agreed(
            UUID agreement, UUID life, int number, long received, UUID mark, long acknowledged, int comparisons) {
        return new Neighbour(received, received, mark, acknowledged, life, agreement, number, comparisons);
    }

    /**
     * A part of a transmission is in.
     *
     * @param to where the transmission ends, known by that mark: the part is of the journal that has it
     */
    Neighbour receivedTo(long position, long to, UUID markThere) {
        if (position <= received) {
            return this;
        }
        // What came ahead is known by a later place of the same journal: that mark stays.
        return new Neighbour(
                position,
                Math.max(marked, to),
                to < marked ? mark : markThere,
                acknowledged,
                life,
                agreement,
                number,
                comparisons);
    }

    /** A part of a transmission is in that comes ahead of its place. */
    Neighbour cameAhead(long to, UUID markThere) {
        return to <= marked
                ? this
                : new Neighbour(received, to, markThere, acknowledged, life, agreement, number, comparisons);
    }

    Neighbour acknowledgedTo(long position) {
        return acknowledgedAt(Math.max(acknowledged, position));
    }

    Neighbour acknowledgedAt(long position) {
        return new Neighbour(received, marked, mark, position, life, agreement, number, comparisons);
    }

    Neighbour estranged() {
        return new Neighbour(received, marked, mark, acknowledged, life, null, number, comparisons);
    }

    Neighbour compared(int left) {
        return new Neighbour(received, marked, mark, acknowledged, life, agreement, number, left);
    }
}
