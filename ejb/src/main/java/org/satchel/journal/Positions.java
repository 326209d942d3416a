package org.satchel.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Gives positions. On the caller's connection, in the caller's transaction. */
final class Positions {

    private static final int BATCH = 1_000;

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
        for (List<Long> batch = unplaced(); !batch.isEmpty(); batch = unplaced()) {
            head = place(batch, head);
        }
        return head;
    }

    private long head(String lock) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select head from satchel_journal where id = 1" + lock);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Long> unplaced() throws SQLException {
        var sql = "select id from satchel_revision where position is null order by id limit " + BATCH;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            var ids = new ArrayList<Long>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private long place(List<Long> revisions, long head) throws SQLException {
        long position = head;
        try (PreparedStatement statement =
                connection.prepareStatement("update satchel_revision set position = ? where id = ?")) {
            for (Long revision : revisions) {
                statement.setLong(1, ++position);
                statement.setLong(2, revision);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("update satchel_journal set head = ? where id = 1")) {
            statement.setLong(1, position);
            statement.executeUpdate();
        }
        return position;
    }
}
