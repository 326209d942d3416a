package org.satchel.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;

/** Asks for many values at once: one query for a thousand of them. On the caller's connection, in the caller's transaction. */
public final class BulkQuery {

    /** So many values go into one query: enough to make the round trip cheap, few enough for the optimiser. */
    private static final int CHUNK = 1_000;

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private BulkQuery() {}

    /**
     * Reads every row for the values.
     *
     * @param sql with one {@code %s} for the values' placeholders
     * @param kind of the values
     */
    public static void each(Connection connection, String sql, ValueKind kind, Collection<?> values, RowReader reader)
            throws SQLException {
        var all = new ArrayList<Object>(values);
        for (int from = 0; from < all.size(); from += CHUNK) {
            var chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            var text = sql.formatted(String.join(",", Collections.nCopies(chunk.size(), "?")));
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                for (int i = 0; i < chunk.size(); i++) {
                    kind.bind(statement, i + 1, chunk.get(i));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
        }
    }
}
