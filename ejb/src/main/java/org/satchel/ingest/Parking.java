package org.satchel.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.wire.ChangeSetJson;

/**
 * The change sets that wait, and what waits because of them. On the caller's connection, in the caller's transaction.
 */
final class Parking {

    private static final int LONGEST_REASON = 1_000;

    private final Connection connection;
    private final Map<String, UUID> waiting = new HashMap<>();

    private Parking(Connection connection) {
        this.connection = connection;
    }

    /** Reads which of the records that the change sets touch are touched by a parked one already. */
    static Parking of(Connection connection, List<ChangeSet> changeSets) throws SQLException {
        var parking = new Parking(connection);
        parking.readWaiting(changeSets);
        return parking;
    }

    private void readWaiting(List<ChangeSet> changeSets) throws SQLException {
        // Hardly ever is anything parked: then there is nothing to look up.
        try (PreparedStatement statement = connection.prepareStatement("select 1 from satchel_parked limit 1");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return;
            }
        }
        var touched = changeSets.stream().flatMap(c -> touched(c).stream()).collect(Collectors.toSet());
        var sql =
                "select r.uuid, p.revision from satchel_parked_record r join satchel_parked p on p.id = r.parked_id where r.uuid = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (String uuid : touched) {
                statement.setString(1, uuid);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        waiting.put(row.getString(1), UUID.fromString(row.getString(2)));
                    }
                }
            }
        }
    }

    /** The parked revision that must be applied before this change set may be, if there is one. */
    Optional<UUID> waitsFor(ChangeSet changeSet) {
        return touched(changeSet).stream()
                .map(waiting::get)
                .filter(r -> r != null)
                .findFirst();
    }

    void park(long link, ChangeSet changeSet, String reason, Instant now) throws SQLException {
        long id = insert(link, changeSet, reason, now);
        try (PreparedStatement statement =
                connection.prepareStatement("insert into satchel_parked_record (parked_id, uuid) values (?, ?)")) {
            for (String uuid : touched(changeSet)) {
                statement.setLong(1, id);
                statement.setString(2, uuid);
                statement.addBatch();
                waiting.put(uuid, changeSet.revision());
            }
            statement.executeBatch();
        }
    }

    private long insert(long link, ChangeSet changeSet, String reason, Instant now) throws SQLException {
        var sql =
                "insert into satchel_parked (revision, link_id, position, reason, parked_at, change_set) values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            statement.setString(1, changeSet.revision().toString());
            statement.setLong(2, link);
            statement.setLong(3, changeSet.position());
            statement.setString(4, shortened(reason));
            statement.setTimestamp(5, Timestamp.from(now));
            statement.setString(6, ChangeSetJson.write(changeSet));
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static Set<String> touched(ChangeSet changeSet) {
        return changeSet.changes().stream().map(Change::uuid).collect(Collectors.toSet());
    }
}
