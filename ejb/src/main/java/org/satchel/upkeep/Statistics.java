package org.satchel.upkeep;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.satchel.site.LinkRole;

/**
 * The figures of this site, for metrics, health and the console. Each method is one query in a transaction of its own, so that a caller's
 * pending changes are not flushed by it. Counts only, nothing of a patient.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Statistics {

    private static final String LINKS = "select l.id, l.role, l.name, j.head - l.acknowledged_position as backlog,"
            + " (select r.made_at from satchel_revision r where r.position = l.acknowledged_position + 1) as unsent,"
            + " e.last_success_at as success, coalesce(e.failures, 0) as failures,"
            + " (select count(*) from satchel_parked p where p.link_id = l.id) as parked"
            + " from satchel_link l join satchel_journal j on j.id = 1"
            + " left join satchel_exchange e on e.link_id = l.id order by l.id";

    @PersistenceContext
    private EntityManager database;

    @Inject
    private InstantSource clock;

    /** The last position that the journal gave. */
    public long position() {
        return number(database.createNativeQuery("select head from satchel_journal where id = 1").getSingleResult());
    }

    /** The last migration of the schema that succeeded. */
    public String schemaVersion() {
        return database.createNativeQuery(
                        "select version from satchel_schema where success = 1 order by installed_rank desc limit 1")
                .getSingleResult()
                .toString();
    }

    public List<LinkStatistics> links() {
        var now = clock.instant();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(LINKS, Tuple.class).getResultList();
        return rows.stream().map(row -> read(row, now)).toList();
    }

    private static LinkStatistics read(Tuple row, Instant now) {
        var unsent = Optional.ofNullable(row.get("unsent")).map(at -> Instant.ofEpochMilli(number(at)));
        var success = Optional.ofNullable(row.get("success", LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
        return new LinkStatistics(
                number(row.get("id")),
                LinkRole.valueOf(row.get("role", String.class)),
                row.get("name", String.class),
                number(row.get("backlog")),
                unsent.map(at -> Duration.between(at, now)),
                success.map(at -> Duration.between(at, now)),
                (int) number(row.get("failures")),
                number(row.get("parked")));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
