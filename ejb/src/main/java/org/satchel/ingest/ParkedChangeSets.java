package org.satchel.ingest;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.satchel.change.ChangeSet;
import org.satchel.site.Database;
import org.satchel.wire.ChangeSetJson;

/** The change sets that could not be applied: to look at, and to try again. Each try is a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ParkedChangeSets {

    private record Waiting(long id, long link, ChangeSet changeSet) {}

    @Inject
    private Database database;

    @Inject
    private Applier applier;

    /** All that waits, in the order it came, at most so many. */
    public List<ParkedChangeSet> all(int first, int size) {
        return database.query(
                row -> new ParkedChangeSet(
                        UUID.fromString(row.getString("revision")),
                        row.getLong("link_id"),
                        row.getLong("position"),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        row.getTimestamp("parked_at").toInstant()),
                "select revision, link_id, position, reason, attempts, parked_at from satchel_parked order by id limit ? offset ?",
                size,
                first);
    }

    public long count() {
        return database.one(row -> row.getLong(1), "select count(*) from satchel_parked")
                .orElseThrow();
    }

    /** Tries everything from a neighbour again, in the order it came; what still does not fit stays, with the newest reason. */
    public void retryAll(long link) {
        var revisions = database.query(
                row -> UUID.fromString(row.getString(1)),
                "select revision from satchel_parked where link_id = ? order by id",
                link);
        revisions.forEach(this::retry);
    }

    /**
     * Tries one again.
     *
     * @return whether it is applied now; also true if it no longer was parked
     */
    public boolean retry(UUID revision) {
        return database.one(
                        ParkedChangeSets::waiting,
                        "select id, link_id, change_set from satchel_parked where revision = ?",
                        revision.toString())
                .map(this::retry)
                .orElse(true);
    }

    private boolean retry(Waiting waiting) {
        try {
            applier.applyParked(waiting.id(), waiting.link(), waiting.changeSet());
            return true;
        } catch (NotApplicable e) {
            stays(waiting, e.getMessage());
        } catch (SQLException | RuntimeException e) {
            var failure = DatabaseFailure.of(e);
            if (!failure.isOfTheData()) {
                throw failure;
            }
            stays(waiting, failure.getMessage());
        }
        return false;
    }

    private void stays(Waiting waiting, String reason) {
        database.update(
                "update satchel_parked set attempts = attempts + 1, reason = ? where id = ?",
                Parking.shortened(reason),
                waiting.id());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(row.getLong(1), row.getLong(2), ChangeSetJson.read(row.getString(3)));
    }
}
