package org.satchel.exchange;

import jakarta.ejb.ApplicationException;

/** An exchange did not succeed. The message says what failed and what to do, never what was carried. */
@ApplicationException(rollback = true)
public final class ExchangeFailed extends RuntimeException {

    private final boolean refused;

    private ExchangeFailed(String message, boolean refused, Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    static ExchangeFailed line(String message, Throwable cause) {
        return new ExchangeFailed(message, false, cause);
    }

    static ExchangeFailed refusal(String message) {
        return new ExchangeFailed(message, true, null);
    }

    /** Whether the neighbour answered and refused, rather than that the line broke. */
    boolean isRefusal() {
        return refused;
    }
}
