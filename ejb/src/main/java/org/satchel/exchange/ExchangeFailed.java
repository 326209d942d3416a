package org.satchel.exchange;

import jakarta.ejb.ApplicationException;

/** An exchange did not succeed. The message says what failed and what to do, never what was carried. */
@ApplicationException(rollback = true)
public final class ExchangeFailed extends RuntimeException {

    private final boolean refusedForGood;

    private ExchangeFailed(String message, boolean refusedForGood, Throwable cause) {
        super(message, cause);
        this.refusedForGood = refusedForGood;
    }

    static ExchangeFailed line(String message, Throwable cause) {
        return new ExchangeFailed(message, false, cause);
    }

    /** @param retryable whether trying again without a person's help can succeed */
    static ExchangeFailed refusal(String message, boolean retryable) {
        return new ExchangeFailed(message, !retryable, null);
    }

    /** Whether the neighbour refused what it will refuse again, until a person mends something. */
    boolean isForGood() {
        return refusedForGood;
    }
}
