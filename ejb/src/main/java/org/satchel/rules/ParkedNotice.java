package org.satchel.rules;

import java.util.Objects;
import java.util.UUID;

/**
 * What a receiver says of a change set that it could not apply at once, so that its sender sees the same.
 *
 * @param reason for people, without any value of a record
 * @param attempts how often it was tried
 */
public record ParkedNotice(UUID revision, State state, String reason, int attempts) {

    /** How it stands with the receiver. */
    public enum State {
        /** It is tried again by itself. */
        WILL_RETRY,
        /** A person must look. */
        STOPPED,
        /** A person has given it up; it will not be applied. */
        REJECTED
    }

    public ParkedNotice {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(state, "state");
        reason = reason == null ? "" : reason;
    }
}
