package org.satchel.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.satchel.rules.RecordName;

/** Notes what the parent is to tell again. On the caller's connection, in the caller's transaction. */
final class Wanted {

    private final Connection connection;

    Wanted(Connection connection) {
        this.connection = connection;
    }

    void add(long parent, Collection<RecordName> records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert ignore into satchel_wanted (link_id, type, uuid) values (?, ?, ?)")) {
            for (RecordName record : records) {
                statement.setLong(1, parent);
                statement.setString(2, record.type());
                statement.setString(3, record.uuid());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
