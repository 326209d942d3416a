package org.satchel.upkeep;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.satchel.site.Database;
import org.satchel.site.LinkRole;

/**
 * The figures of this site, for metrics and the console. Each method is one query, without a transaction: a scrape may see one link
 * a moment later than another. Counts only, nothing of a patient.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Statistics {

    private static final String LINKS = "select l.role, l.name, j.head - l.acknowledged_position as backlog,"
            + " (select r.made_at from satchel_revision r where r.position = l.acknowledged_position + 1) as unsent,"
            + " e.last_success_at as success, coalesce(e.failures, 0) as failures,"
            + " (select count(*) from satchel_parked p where p.link_id = l.id) as parked"
            + " from satchel_link l join satchel_journal j on j.id = 1"
            + " left join satchel_exchange e on e.link_id = l.id order by l.id";

    @Inject
    private Database database;

    @Inject
    private InstantSource clock;

    /** The last position that the journal gave. */
    public long position() {
        return database.one(row -> row.getLong("head"), "select head from satchel_journal where id = 1")
                .orElseThrow();
    }

    public List<LinkStatistics> links() {
        var now = clock.instant();
        return database.query(row -> read(row, now), LINKS);
    }

    private static LinkStatistics read(ResultSet row, Instant now) throws SQLException {
        var unsent = Optional.ofNullable(row.getObject("unsent", Long.class)).map(Instant::ofEpochMilli);
        var success = Optional.ofNullable(row.getTimestamp("success")).map(Timestamp::toInstant);
        return new LinkStatistics(
                LinkRole.valueOf(row.getString("role")),
                row.getString("name"),
                row.getLong("backlog"),
                unsent.map(at -> Duration.between(at, now)),
                success.map(at -> Duration.between(at, now)),
                row.getInt("failures"),
                row.getLong("parked"));
    }
}
