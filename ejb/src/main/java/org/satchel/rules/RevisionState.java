package org.satchel.rules;

/**
 * How a revision stands toward one neighbour, in the words that people know from the Sync Module. Derived when it is asked for, from
 * positions, the open transmission and what the neighbour said last; nothing is kept per revision and neighbour.
 */
public enum RevisionState {
    /** It has still to be sent. */
    WAITING,
    /** It is on the line. */
    SENT,
    /** It was carried, and the neighbour has still to say that it is safe there. */
    AWAITING_CONFIRMATION,
    /** The neighbour has said that it is safe in its database. */
    SYNCHRONISED,
    /** It came from there. */
    ALREADY_SYNCHRONISED,
    /** The neighbour could not apply it yet and tries again by itself. */
    FAILED_WILL_RETRY,
    /** The neighbour could not apply it, and a person must look there. */
    FAILED_AND_STOPPED,
    /** Nothing in it is for this neighbour. */
    NOT_SUPPOSED_TO_SYNC,
    /** A person at the neighbour has given it up. */
    REJECTED;

    /** Whether it can change no more. */
    public boolean isFinal() {
        return switch (this) {
            case WAITING, SENT, AWAITING_CONFIRMATION, FAILED_WILL_RETRY, FAILED_AND_STOPPED -> false;
            case SYNCHRONISED, ALREADY_SYNCHRONISED, NOT_SUPPOSED_TO_SYNC, REJECTED -> true;
        };
    }

    /**
     * How far a link has come.
     *
     * @param acknowledged the position up to which all is safe at the neighbour
     * @param open the last position of the transmission under way; 0 if there is none
     * @param onTheLine whether it is being carried now; otherwise it has been, and no answer came
     */
    public record Progress(long acknowledged, long open, boolean onTheLine) {}

    /**
     * Derives the state.
     *
     * @param position the revision's position; {@link Touch#NOT_YET} before it has one
     * @param cameFrom whether it was received over this link
     * @param empty whether it tells the neighbour nothing
     * @param notice what the neighbour said of it; null if nothing
     */
    public static RevisionState of(
            long position, boolean cameFrom, boolean empty, Progress progress, ParkedNotice notice) {
        if (cameFrom) {
            return ALREADY_SYNCHRONISED;
        }
        if (empty) {
            return NOT_SUPPOSED_TO_SYNC;
        }
        if (notice != null) {
            return switch (notice.state()) {
                case WILL_RETRY -> FAILED_WILL_RETRY;
                case STOPPED -> FAILED_AND_STOPPED;
                case REJECTED -> REJECTED;
            };
        }
        if (position <= progress.acknowledged()) {
            return SYNCHRONISED;
        }
        if (position <= progress.open()) {
            return progress.onTheLine() ? SENT : AWAITING_CONFIRMATION;
        }
        return WAITING;
    }
}
