package org.satchel.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.model.BulkQuery;
import org.satchel.model.ValueKind;
import org.satchel.rules.NotApplicable;
import org.satchel.rules.Sender;
import org.satchel.wire.ChangeSetJson;

/**
 * The change sets that wait, and what waits because of them. On the caller's connection, in the caller's transaction.
 */
final class Parking {

    private static final int LONGEST_REASON = 1_000;

    private record Reason(long link, String text) {}

    private final Connection connection;
    private final Map<UUID, Reason> reasons = new HashMap<>();
    /** By record, the parked revision of the sender that touches it. */
    private final Map<String, UUID> waiting = new HashMap<>();
    /** By record, the parent's position of the first parked change set of the parent's that touches it. */
    private final Map<String, Long> late = new HashMap<>();

    private Parking(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads which of the change sets are parked, and which of their records parked ones of the same sender touch.
     *
     * @param parent the link to the parent; 0 at the root
     */
    static Parking of(Connection connection, Sender from, List<ChangeSet> changeSets, long parent) throws SQLException {
        var parking = new Parking(connection);
        // Hardly ever is anything parked: then there is nothing to look up.
        if (parking.isAnythingParked()) {
            parking.readReasons(changeSets);
            parking.readWaiting(from, changeSets);
            parking.readLate(parent, changeSets);
        }
        return parking;
    }

    private boolean isAnythingParked() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select 1 from satchel_parked limit 1");
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private void query(String sql, Collection<String> values, BulkQuery.RowReader reader) throws SQLException {
        BulkQuery.each(connection, sql, ValueKind.TEXT, values, reader);
    }

    private void readReasons(List<ChangeSet> changeSets) throws SQLException {
        query(
                "select revision, link_id, reason from satchel_parked where revision in (%s)",
                changeSets.stream().map(c -> c.revision().toString()).toList(),
                row -> reasons.put(UUID.fromString(row.getString(1)), new Reason(row.getLong(2), row.getString(3))));
    }

    private void readWaiting(Sender from, List<ChangeSet> changeSets) throws SQLException {
        query(
                "select r.uuid, p.revision from satchel_parked_record r join satchel_parked p on p.id = r.parked_id"
                        + " where p.link_id = " + from.link() + " and r.uuid in (%s) order by p.id",
                changeSets.stream().flatMap(c -> touched(c).stream()).collect(Collectors.toSet()),
                row -> waiting.put(row.getString(1), UUID.fromString(row.getString(2))));
    }

    private void readLate(long parent, List<ChangeSet> changeSets) throws SQLException {
        query(
                "select r.uuid, min(p.position) from satchel_parked_record r join satchel_parked p on p.id = r.parked_id"
                        + " where p.link_id = " + parent + " and r.uuid in (%s) group by r.uuid",
                changeSets.stream().flatMap(c -> touched(c).stream()).collect(Collectors.toSet()),
                row -> late.put(row.getString(1), row.getLong(2)));
    }

    /** The parent's positions of what has not reached these records because it is parked. */
    List<Long> late(Collection<String> records) {
        return records.stream().map(late::get).filter(Objects::nonNull).toList();
    }

    /** From the parent a revision matters that is parked as the parent's. */
    Optional<String> reason(Sender sender, UUID revision) {
        return Optional.ofNullable(reasons.get(revision))
                .filter(reason -> !sender.parent() || reason.link() == sender.link())
                .map(Reason::text);
    }

    /** Another copy of a revision, parked from elsewhere, gives way to this one. */
    void give(Sender sender, UUID revision) throws SQLException {
        var reason = reasons.get(revision);
        if (reason != null && reason.link() != sender.link()) {
            reasons.remove(revision);
            release(connection, List.of(revision));
        }
    }

    /** The parked revision that must be applied before this change set may be, if there is one. */
    Optional<UUID> waitsFor(ChangeSet changeSet) {
        return touched(changeSet).stream()
                .map(waiting::get)
                .filter(r -> r != null && !r.equals(changeSet.revision()))
                .findFirst();
    }

    void park(Sender from, ChangeSet changeSet, NotApplicable why, Instant now, Instant nextTry) throws SQLException {
        give(from, changeSet.revision());
        long id = insert(from, changeSet, why.getMessage(), now, nextTry);
        insert("insert into satchel_parked_record (parked_id, uuid) values (?, ?)", id, touched(changeSet));
        insert("insert into satchel_parked_need (parked_id, uuid) values (?, ?)", id, why.needs());
        touched(changeSet).forEach(uuid -> waiting.put(uuid, changeSet.revision()));
        reasons.put(changeSet.revision(), new Reason(from.link(), why.getMessage()));
    }

    private void insert(String sql, long id, Set<String> uuids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (String uuid : uuids) {
                statement.setLong(1, id);
                statement.setString(2, uuid);
                statement.addBatch();
            }
            if (!uuids.isEmpty()) {
                statement.executeBatch();
            }
        }
    }

    private long insert(Sender from, ChangeSet changeSet, String reason, Instant now, Instant nextTry)
            throws SQLException {
        var sql = "insert into satchel_parked (revision, link_id, position, reason, parked_at, next_try_at, change_set)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            statement.setString(1, changeSet.revision().toString());
            statement.setLong(2, from.link());
            statement.setLong(3, changeSet.position());
            statement.setString(4, shortened(reason));
            statement.setTimestamp(5, Timestamp.from(now));
            statement.setTimestamp(6, Timestamp.from(nextTry));
            statement.setString(7, ChangeSetJson.write(changeSet));
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** It has come again, perhaps at another position; what a person has replaced in it stays. */
    static void again(Connection connection, Sender from, ChangeSet changeSet) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update satchel_parked set position = ? where revision = ? and link_id = ? and position <> ?")) {
            statement.setLong(1, changeSet.position());
            statement.setString(2, changeSet.revision().toString());
            statement.setLong(3, from.link());
            statement.setLong(4, changeSet.position());
            statement.executeUpdate();
        }
    }

    /** They are applied, or never will be: others need not wait for them any more. */
    static void release(Connection connection, List<UUID> revisions) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from satchel_parked where revision = ?")) {
            for (UUID revision : revisions) {
                statement.setString(1, revision.toString());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    static Set<String> touched(ChangeSet changeSet) {
        return changeSet.changes().stream().map(Change::uuid).collect(Collectors.toSet());
    }
}
