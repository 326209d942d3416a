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
import org.satchel.rules.ParkedNotice;
import org.satchel.rules.ParkedUnits.Naming;
import org.satchel.rules.Sender;
import org.satchel.site.Database;
import org.satchel.wire.ChangeSetJson;

/** The rows of what is parked, for looking at it and for choosing what to try; in the caller's transaction. */
@Dependent
class ParkedRows {

    /** A parked change set, to be tried. */
    record Waiting(UUID revision, Sender from, ChangeSet changeSet, int attempts) {}

    private static final int MOST_NOTICES = 1_000;
    private static final String WAITING = "select p.revision, p.link_id, l.role, p.position, p.change_set, p.attempts"
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

    List<ParkedNotice> notices(long link) {
        return database.query(
                row -> new ParkedNotice(
                        UUID.fromString(row.getString("revision")),
                        ParkedNotice.State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getInt("attempts")),
                "(select revision, if(next_try_at is null, 'STOPPED', 'WILL_RETRY') state, reason, attempts"
                        + " from satchel_parked where link_id = ? order by id limit " + MOST_NOTICES + ") union all"
                        + " (select revision, 'REJECTED', reason, 0 from satchel_rejected where link_id = ?"
                        + " order by rejected_at desc limit " + MOST_NOTICES + ")",
                link,
                link);
    }

    long count() {
        return database.one(row -> row.getLong(1), "select count(*) from satchel_parked")
                .orElseThrow();
    }

    boolean isAnythingFrom(long link) {
        return database.one(row -> 1, "select 1 from satchel_parked where link_id = ? limit 1", link)
                .isPresent();
    }

    boolean isEmpty() {
        return database.one(row -> 1, "select 1 from satchel_parked limit 1").isEmpty();
    }

    /** The first of all, in the order in which they came. */
    List<UUID> first() {
        return database.query(ParkedRows::revision, "select revision from satchel_parked order by id limit 1000");
    }

    /** In the order in which they came. */
    List<UUID> ofLink(long link) {
        return database.query(
                ParkedRows::revision, "select revision from satchel_parked where link_id = ? order by id", link);
    }

    /** Which records those of the link touch, in the order in which they came. */
    List<Naming> namings(long link) {
        return database.query(
                row -> new Naming(revision(row), row.getString("uuid"), row.getBoolean("changes")),
                "select p.id, p.revision, r.uuid, true changes from satchel_parked p"
                        + " join satchel_parked_record r on r.parked_id = p.id where p.link_id = ? union all"
                        + " select p.id, p.revision, n.uuid, false from satchel_parked p"
                        + " join satchel_parked_need n on n.parked_id = p.id where p.link_id = ? order by id",
                link,
                link);
    }

    /** The link it came over; empty if it no longer waits. */
    Optional<Long> link(UUID revision) {
        return database.one(
                row -> row.getLong(1), "select link_id from satchel_parked where revision = ?", revision.toString());
    }

    long lastChangeHere() {
        return database.one(
                        row -> row.getLong(1), "select max(position) from satchel_revision where received_from is null")
                .orElse(0L);
    }

    private static UUID revision(ResultSet row) throws SQLException {
        return UUID.fromString(row.getString("revision"));
    }

    Optional<Waiting> one(UUID revision) {
        return database.one(ParkedRows::waiting, WAITING + " where p.revision = ?", revision.toString());
    }

    /** The first of those that have no position at their sender any more, in the order in which they came. */
    List<Waiting> forgotten(long link) {
        return database.query(
                ParkedRows::waiting,
                WAITING + " where p.link_id = ? and p.position = 0 order by p.id limit 1000",
                link);
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

    /** It was tried in vain: that is why it waits now. */
    void stays(UUID revision, String reason, Collection<String> needs) {
        database.update(
                "update satchel_parked set reason = ? where revision = ?",
                Parking.shortened(reason),
                revision.toString());
        database.batch(
                "insert ignore into satchel_parked_need (parked_id, uuid) select id, ? from satchel_parked where revision = ?",
                List.copyOf(needs),
                uuid -> new Object[] {uuid, revision.toString()});
    }

    void triedAgain(UUID revision, int attempts, Instant nextTry) {
        database.update(
                "update satchel_parked set attempts = ?, next_try_at = ? where revision = ?",
                attempts,
                nextTry == null ? null : Timestamp.from(nextTry),
                revision.toString());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                UUID.fromString(row.getString("revision")),
                new Sender(row.getLong("link_id"), row.getString("role").equals("PARENT")),
                ChangeSetJson.read(row.getString("change_set")).at(row.getLong("position")),
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
