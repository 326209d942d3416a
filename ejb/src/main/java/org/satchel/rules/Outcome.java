package org.satchel.rules;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * What this site did with a change set; the acknowledgement tells the sender.
 *
 * @param position the sender's position
 * @param reason for people, without any value of a record; null where the result says all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Outcome(long position, UUID revision, Result result, String reason) {

    /** The words of an acknowledgement. */
    public enum Result {
        COMMITTED,
        ALREADY_COMMITTED,
        COMMITTED_WITH_CHANGES,
        PARKED,
        REJECTED
    }
}
