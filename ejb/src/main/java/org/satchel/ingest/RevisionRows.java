package org.satchel.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;

/** The revision rows of applied change sets. On the caller's connection, in the caller's transaction. */
final class RevisionRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;

    RevisionRows(Connection connection) {
        this.connection = connection;
    }

    /** Which of the change sets this site has, applied or parked: a transmission may arrive twice. */
    Set<UUID> known(List<ChangeSet> changeSets) throws SQLException {
        var known = new HashSet<>(select("uuid", "satchel_revision", changeSets).keySet());
        known.addAll(select("revision", "satchel_parked", changeSets).keySet());
        return known;
    }

    /**
     * Inserts the revisions in the order given, so that their local numbers keep it.
     *
     * @return the local number of each
     */
    Map<UUID, Long> insert(List<ChangeSet> changeSets, Long link) throws SQLException {
        if (changeSets.isEmpty()) {
            return Map.of();
        }
        var sql = "insert into satchel_revision (uuid, origin, author, made_at, types, changes, received_from, extra)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (ChangeSet changeSet : changeSets) {
                bind(statement, changeSet, link);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return select("uuid", "satchel_revision", changeSets);
    }

    private static void bind(PreparedStatement statement, ChangeSet changeSet, Long link) throws SQLException {
        var types = new TreeSet<String>();
        changeSet.changes().stream().map(Change::type).forEach(types::add);
        statement.setString(1, changeSet.revision().toString());
        statement.setString(2, changeSet.origin().toString());
        statement.setString(3, changeSet.author());
        statement.setLong(4, changeSet.at().toEpochMilli());
        statement.setString(5, String.join(",", types));
        statement.setInt(6, changeSet.changes().size());
        statement.setObject(7, link);
        statement.setString(8, extra(changeSet));
    }

    private static String extra(ChangeSet changeSet) {
        try {
            return changeSet.extra().isEmpty() ? null : JSON.writeValueAsString(changeSet.extra());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("members that came as JSON cannot be written as JSON", e);
        }
    }

    private Map<UUID, Long> select(String column, String table, List<ChangeSet> changeSets) throws SQLException {
        var found = new HashMap<UUID, Long>();
        if (changeSets.isEmpty()) {
            return found;
        }
        var sql = "select " + column + ", id from " + table + " where " + column + " in ("
                + String.join(",", Collections.nCopies(changeSets.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < changeSets.size(); i++) {
                statement.setString(i + 1, changeSets.get(i).revision().toString());
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(UUID.fromString(row.getString(1)), row.getLong(2));
                }
            }
        }
        return found;
    }
}
