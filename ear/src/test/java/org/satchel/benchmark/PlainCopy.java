package org.satchel.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;

/** Copies a table by plain JDBC batch: what the database and the driver can do with no synchronisation at all. */
final class PlainCopy {

    private static final int BATCH = 500;

    private final Connection connection;
    private final String schema;
    private final String table;
    private long rows;

    PlainCopy(Connection connection, String schema, String table) {
        this.connection = connection;
        this.schema = schema;
        this.table = table;
    }

    long rows() {
        return rows;
    }

    /** @return nanoseconds spent writing */
    long run() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + schema + "." + table)) {
            int columns = row.getMetaData().getColumnCount();
            connection.setAutoCommit(false);
            var sql = "insert into " + table + " values (" + String.join(",", Collections.nCopies(columns, "?")) + ")";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                return copy(row, columns, insert);
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private long copy(ResultSet row, int columns, PreparedStatement insert) throws SQLException {
        long begin = System.nanoTime();
        while (row.next()) {
            for (int i = 1; i <= columns; i++) {
                insert.setObject(i, row.getObject(i));
            }
            insert.addBatch();
            if (++rows % BATCH == 0) {
                insert.executeBatch();
                connection.commit();
            }
        }
        insert.executeBatch();
        connection.commit();
        return System.nanoTime() - begin;
    }
}
