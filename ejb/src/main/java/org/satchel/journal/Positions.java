package org.satchel.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gives positions. On the caller's connection, in the caller's transaction. */
final class Positions {

    private static final int BATCH = 1_000;

    private record Unplaced(long id, long horizon, String uuid) {}

    /** The last entry of the journal. */
    private record Placed(long position, long horizon, String chain) {}

    private final Connection connection;

    Positions(Connection connection) {
        this.connection = connection;
    }

    long head() throws SQLException {
        return head("");
    }

    /**
     * The lock on the head makes this the one place. The revisions are then found by a plain read: a locking one would wait for
     * transactions that have not committed, and with SKIP LOCKED would pass over rows that a lock merely touches. In the order of their
     * numbers, which is safe within what is visible now: a transaction takes its number after all its statements, so what it depends on
     * had committed, with a lower number, before.
     */
    long advance() throws SQLException {
        long head = head(" for update");
        var last = new Placed(head, -1, null);
        for (List<Unplaced> batch = unplaced(); !batch.isEmpty(); batch = unplaced()) {
            last = place(batch, last.horizon() < 0 ? placed(head) : last);
        }
        return last.position();
    }

    private long head(String lock) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select head from satchel_journal where id = 1" + lock);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Unplaced> unplaced() throws SQLException {
        var sql = "select id, horizon, uuid from satchel_revision where position is null order by id limit " + BATCH;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            var found = new ArrayList<Unplaced>();
            while (rows.next()) {
                found.add(new Unplaced(rows.getLong(1), rows.getLong(2), rows.getString(3)));
            }
            return found;
        }
    }

    private Placed placed(long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select horizon, chain from satchel_revision where position = ?")) {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Placed(position, row.getLong(1), row.getString(2))
                        : new Placed(position, 0, null);
            }
        }
    }

    /** A transaction that began early may be numbered late: who has seen its position has seen what came before it all the same. */
    private Placed place(List<Unplaced> revisions, Placed last) throws SQLException {
        long position = last.position();
        long horizon = last.horizon();
        String chain = last.chain();
        try (PreparedStatement statement = connection.prepareStatement(
                "update satchel_revision set position = ?, horizon = ?, chain = ? where id = ?")) {
            for (Unplaced revision : revisions) {
                horizon = Math.max(horizon, revision.horizon());
                statement.setLong(1, ++position);
                chain = chained(chain, revision.uuid());
                statement.setLong(2, horizon);
                statement.setString(3, chain);
                statement.setLong(4, revision.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("update satchel_journal set head = ? where id = 1")) {
            statement.setLong(1, position);
            statement.executeUpdate();
        }
        return new Placed(position, horizon, chain);
    }

    /** Two journals have the same chain at a position only if all before it is the same too. */
    private static String chained(String before, String revision) {
        return UUID.nameUUIDFromBytes((before + revision).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
