package org.satchel.exchange;

import jakarta.ejb.ApplicationException;

/** An exchange did not succeed. The message says what failed and what to do, never what was carried. */
@ApplicationException(rollback = true)
public final class ExchangeFailed extends RuntimeException {

    private static final int NOT_FOUND = 404;

    private final boolean refusedForGood;
    private final int status;

    private ExchangeFailed(String message, boolean refusedForGood, int status, Throwable cause) {
        super(message, cause);
        this.refusedForGood = refusedForGood;
        this.status = status;
    }

    static ExchangeFailed line(String message, Throwable cause) {
        return new ExchangeFailed(message, false, 0, cause);
    }

    /** @param retryable whether trying again without a person's help can succeed */
    static ExchangeFailed refusal(String message, boolean retryable) {
        return new ExchangeFailed(message, !retryable, 0, null);
    }

    /** @param status with which the neighbour answered */
    static ExchangeFailed refusal(int status, String message, boolean retryable) {
        return new ExchangeFailed(message, !retryable, status, null);
    }

    /** Whether the neighbour refused what it will refuse again, until a person mends something. */
    boolean isForGood() {
        return refusedForGood;
    }

    /** Whether the neighbour does not know what was asked, as an older version does not know what came later. */
    boolean isUnknownThere() {
        return status == NOT_FOUND;
    }
}
