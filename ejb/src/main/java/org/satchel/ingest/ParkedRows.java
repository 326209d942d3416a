package org.satchel.ingest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.rules.Sender;
import org.satchel.site.Database;
import org.satchel.wire.ChangeSetJson;

/** The rows of what is parked, for looking at it and for choosing what to try; in the caller's transaction. */
@Dependent
class ParkedRows {

    /** A parked change set, to be tried. */
    record Waiting(UUID revision, Sender from, ChangeSet changeSet, int attempts) {}

    private static final String WAITING = "select p.revision, p.link_id, l.role, p.change_set, p.attempts"
            + " from satchel_parked p join satchel_link l on l.id = p.link_id";
    private static final String VIEW = "select p.*, (select group_concat(n.uuid) from satchel_parked_need n"
            + " where n.parked_id = p.id) needs from satchel_parked p";

    @Inject
    private Database database;

    List<ParkedChangeSet> page(int first, int size) {
        return database.query(ParkedRows::view, VIEW + " order by p.id limit ? offset ?", size, first);
    }

    Optional<ParkedChangeSet> view(UUID revision) {
        return database.one(ParkedRows::view, VIEW + " where p.revision = ?", revision.toString());
    }

    long count() {
        return database.one(row -> row.getLong(1), "select count(*) from satchel_parked")
                .orElseThrow();
    }

    boolean isEmpty() {
        return database.one(row -> 1, "select 1 from satchel_parked limit 1").isEmpty();
    }

    /** In the order in which they came. */
    List<Waiting> ofLink(long link) {
        return database.query(ParkedRows::waiting, WAITING + " where p.link_id = ? order by p.id", link);
    }

    Optional<Waiting> one(UUID revision) {
        return database.one(ParkedRows::waiting, WAITING + " where p.revision = ?", revision.toString());
    }

    /** Those that need one of the records. */
    List<UUID> needing(Collection<String> uuids) {
        if (uuids.isEmpty()) {
            return List.of();
        }
        return database.query(
                row -> UUID.fromString(row.getString(1)),
                "select distinct p.revision from satchel_parked_need n join satchel_parked p on p.id = n.parked_id"
                        + " where n.uuid in (" + String.join(",", Collections.nCopies(uuids.size(), "?")) + ")",
                uuids.toArray());
    }

    List<UUID> due(Instant now) {
        return database.query(
                row -> UUID.fromString(row.getString(1)),
                "select revision from satchel_parked where next_try_at <= ? order by id limit 1000",
                Timestamp.from(now));
    }

    /** It was tried in vain. */
    void stays(UUID revision, int attempts, String reason, Collection<String> needs, Instant nextTry) {
        database.update(
                "update satchel_parked set attempts = ?, reason = ?, next_try_at = ? where revision = ?",
                attempts,
                Parking.shortened(reason),
                nextTry == null ? null : Timestamp.from(nextTry),
                revision.toString());
        database.batch(
                "insert ignore into satchel_parked_need (parked_id, uuid) select id, ? from satchel_parked where revision = ?",
                List.copyOf(needs),
                uuid -> new Object[] {uuid, revision.toString()});
    }

    void replace(ChangeSet changeSet) {
        database.update(
                "update satchel_parked set change_set = ? where revision = ?",
                ChangeSetJson.write(changeSet),
                changeSet.revision().toString());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                UUID.fromString(row.getString("revision")),
                new Sender(row.getLong("link_id"), row.getString("role").equals("PARENT")),
                ChangeSetJson.read(row.getString("change_set")),
                row.getInt("attempts"));
    }

    private static ParkedChangeSet view(ResultSet row) throws SQLException {
        var changeSet = ChangeSetJson.read(row.getString("change_set"));
        var needs = row.getString("needs");
        var next = row.getTimestamp("next_try_at");
        return new ParkedChangeSet(
                UUID.fromString(row.getString("revision")),
                row.getLong("link_id"),
                row.getLong("position"),
                changeSet.origin(),
                changeSet.author(),
                changeSet.at(),
                List.copyOf(
                        changeSet.changes().stream().map(Change::type).collect(Collectors.toCollection(TreeSet::new))),
                changeSet.changes().size(),
                row.getString("reason"),
                needs == null ? List.of() : List.of(needs.split(",")),
                row.getInt("attempts"),
                row.getTimestamp("parked_at").toInstant(),
                next == null ? null : next.toInstant());
    }
}
