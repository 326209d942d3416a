package org.satchel.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.model.BulkQuery;
import org.satchel.model.ValueKind;
import org.satchel.rules.Settled;
import org.satchel.wire.ChangeSetJson;

/** The revision rows of applied change sets. On the caller's connection, in the caller's transaction. */
final class RevisionRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;

    RevisionRows(Connection connection) {
        this.connection = connection;
    }

    /** Which of the revisions this site has, with the link they came over; 0 for those made here. */
    Map<UUID, Long> known(List<ChangeSet> changeSets) throws SQLException {
        return select(
                "uuid, coalesce(received_from, 0)",
                "satchel_revision",
                "uuid",
                changeSets.stream().map(ChangeSet::revision).toList());
    }

    /** Whether each of them is applied or parked here. */
    boolean areKnown(List<UUID> revisions) throws SQLException {
        var known = new HashSet<>(
                select("uuid, id", "satchel_revision", "uuid", revisions).keySet());
        known.addAll(
                select("revision, id", "satchel_parked", "revision", revisions).keySet());
        return known.containsAll(revisions);
    }

    /**
     * Inserts the revisions in the order given, so that their local numbers keep it.
     *
     * @return the local number of each
     */
    Map<UUID, Long> insert(List<NewRevision> revisions) throws SQLException {
        if (revisions.isEmpty()) {
            return Map.of();
        }
        var sql =
                "insert into satchel_revision (uuid, origin, author, made_at, types, changes, received_from, extra, seen,"
                        + " horizon, parent_position, settles_link, settles_position, restated, in_part)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (NewRevision revision : revisions) {
                bind(statement, revision);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        var numbers = select(
                "uuid, id",
                "satchel_revision",
                "uuid",
                revisions.stream().map(NewRevision::uuid).toList());
        insertRestated(revisions, numbers);
        return numbers;
    }

    private static void bind(PreparedStatement statement, NewRevision revision) throws SQLException {
        var head = revision.head();
        var types = new TreeSet<>(revision.told());
        revision.restated().stream().map(Change::type).forEach(types::add);
        statement.setString(1, head.revision().toString());
        statement.setString(2, head.origin().toString());
        statement.setString(3, head.author());
        statement.setLong(4, head.at().toEpochMilli());
        statement.setString(5, String.join(",", types));
        statement.setInt(6, revision.told().size() + revision.restated().size());
        statement.setObject(7, revision.receivedFrom());
        statement.setString(8, extra(head));
        statement.setLong(9, revision.seen());
        statement.setLong(10, revision.horizon());
        statement.setObject(11, revision.parentPosition());
        statement.setObject(12, revision.settlesLink());
        statement.setObject(13, revision.settlesPosition());
        statement.setString(14, restated(revision));
        statement.setBoolean(15, revision.inPart());
    }

    private static String restated(NewRevision revision) {
        var head = revision.head();
        return revision.restated().isEmpty()
                ? null
                : ChangeSetJson.write(new ChangeSet(
                        1, 0, head.revision(), head.origin(), head.author(), head.at(), revision.restated(), Map.of()));
    }

    private void insertRestated(List<NewRevision> revisions, Map<UUID, Long> numbers) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into satchel_restated (revision_id, uuid) values (?, ?)")) {
            boolean any = false;
            for (NewRevision revision : revisions) {
                for (String uuid : new HashSet<>(
                        revision.restated().stream().map(Change::uuid).toList())) {
                    statement.setLong(1, numbers.get(revision.uuid()));
                    statement.setString(2, uuid);
                    statement.addBatch();
                    any = true;
                }
            }
            if (any) {
                statement.executeBatch();
            }
        }
    }

    /** The parent has decided about runs of this site's revisions. */
    void settle(Collection<Settled> runs) throws SQLException {
        var sql = "update satchel_revision set parent_position = position + ? where position between ? and ?"
                + " and parent_position is null";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Settled run : runs) {
                statement.setLong(1, run.parent() - run.child());
                statement.setLong(2, run.child());
                statement.setLong(3, run.child() + run.count() - 1);
                statement.addBatch();
            }
            if (!runs.isEmpty()) {
                statement.executeBatch();
            }
        }
    }

    /** Whether that was not known. */
    boolean settle(UUID revision, long parentPosition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update satchel_revision set parent_position = ? where uuid = ? and not (parent_position <=> ?)")) {
            statement.setLong(1, parentPosition);
            statement.setString(2, revision.toString());
            statement.setLong(3, parentPosition);
            return statement.executeUpdate() > 0;
        }
    }

    /** How far this site had heard of its parent when the entries at these positions came into its journal. */
    Map<Long, Long> horizons(Set<Long> positions) throws SQLException {
        var found = new HashMap<Long, Long>();
        BulkQuery.each(
                connection,
                "select position, horizon from satchel_revision where position in (%s)",
                ValueKind.INTEGER,
                positions,
                row -> found.put(row.getLong(1), row.getLong(2)));
        return found;
    }

    private static String extra(ChangeSet changeSet) {
        try {
            return changeSet.extra().isEmpty() ? null : JSON.writeValueAsString(changeSet.extra());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("members that came as JSON cannot be written as JSON", e);
        }
    }

    private Map<UUID, Long> select(String columns, String table, String where, List<UUID> uuids) throws SQLException {
        var found = new HashMap<UUID, Long>();
        BulkQuery.each(
                connection,
                "select " + columns + " from " + table + " where " + where + " in (%s)",
                ValueKind.TEXT,
                uuids.stream().map(UUID::toString).toList(),
                row -> found.put(UUID.fromString(row.getString(1)), row.getLong(2)));
        return found;
    }
}
