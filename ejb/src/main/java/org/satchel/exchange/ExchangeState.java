package org.satchel.exchange;

import java.time.Instant;

/** How a link's exchanges went so far. Nulls where nothing of the kind has happened. */
record ExchangeState(Instant lastSuccess, String lastFailure, int failures, Instant nextAttempt) {

    static final ExchangeState NONE = new ExchangeState(null, null, 0, null);
}
