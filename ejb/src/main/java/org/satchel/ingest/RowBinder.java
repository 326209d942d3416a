package org.satchel.ingest;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.satchel.model.ValueKind;

/** Binds one row's values one after the other. */
final class RowBinder {

    private final PreparedStatement statement;
    private int index;

    RowBinder(PreparedStatement statement) {
        this.statement = statement;
    }

    RowBinder bind(ValueKind kind, Object value) throws SQLException {
        kind.bind(statement, ++index, RecordState.plain(value));
        return this;
    }
}
