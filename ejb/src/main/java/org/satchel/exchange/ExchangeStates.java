package org.satchel.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.satchel.site.Database;
import org.satchel.site.Link;

/** Remembers how the exchanges of each link go, over restarts. */
@Dependent
class ExchangeStates {

    @Inject
    private Database database;

    @Inject
    private InstantSource clock;

    ExchangeState of(long link) {
        return database.one(ExchangeStates::read, "select * from satchel_exchange where link_id = ?", link)
                .orElse(ExchangeState.NONE);
    }

    @Transactional
    void succeeded(Link link) {
        if (of(link.id()).failures() > 0) {
            ExchangeMessages.LOG.recovered(link.name());
        }
        database.update(
                "insert into satchel_exchange (link_id, last_success_at, failures) values (?, ?, 0) on duplicate key update"
                        + " last_success_at = values(last_success_at), failures = 0, next_attempt_at = null, last_failure = null",
                link.id(),
                Timestamp.from(clock.instant()));
    }

    /** @param moved whether it carried something before it failed: then it is the first failure again, for waiting long would only hold up the rest */
    @Transactional
    void failed(Link link, String reason, boolean moved) {
        int failures = moved ? 1 : of(link.id()).failures() + 1;
        var now = clock.instant();
        var next = now.plus(BackOff.DEFAULT.after(failures, RandomGenerator.getDefault()));
        var text = reason.length() <= 1_000 ? reason : reason.substring(0, 1_000);
        database.update(
                "insert into satchel_exchange (link_id, last_failure_at, last_failure, failures, next_attempt_at)"
                        + " values (?, ?, ?, ?, ?) on duplicate key update last_failure_at = values(last_failure_at),"
                        + " last_failure = values(last_failure), failures = values(failures), next_attempt_at = values(next_attempt_at)",
                link.id(),
                Timestamp.from(now),
                text,
                failures,
                Timestamp.from(next));
        ExchangeMessages.LOG.failed(link.name(), failures, next, text);
    }

    private static ExchangeState read(ResultSet row) throws SQLException {
        return new ExchangeState(
                instant(row.getTimestamp("last_success_at")),
                row.getString("last_failure"),
                row.getInt("failures"),
                instant(row.getTimestamp("next_attempt_at")));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
