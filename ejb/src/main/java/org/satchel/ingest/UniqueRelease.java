package org.satchel.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.satchel.model.Field;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;

/**
 * Lets go of unique values that pass from one record of a batch to another, before anything else is written: a database checks each statement,
 * and what it would see in between has never existed anywhere.
 */
final class UniqueRelease {

    private final Connection connection;

    UniqueRelease(Connection connection) {
        this.connection = connection;
    }

    void write(Collection<RecordState> states) throws SQLException {
        var byType = new LinkedHashMap<RecordType, List<RecordState>>();
        states.stream()
                .filter(state -> !state.recordType().uniqueKeys().isEmpty())
                .forEach(state -> byType.computeIfAbsent(state.recordType(), t -> new ArrayList<>())
                        .add(state));
        for (var group : byType.entrySet()) {
            for (List<Integer> key : group.getKey().uniqueKeys()) {
                release(key, group.getValue());
            }
        }
    }

    private void release(List<Integer> key, List<RecordState> states) throws SQLException {
        var claimed = new HashSet<List<Object>>();
        for (RecordState state : states) {
            if (state.exists() && key.stream().anyMatch(state.dirty()::get)) {
                claimed.add(UniqueValues.values(state, key));
            }
        }
        var leaving = states.stream()
                .filter(state -> state.valuesBefore().isPresent())
                .filter(state -> {
                    var before =
                            UniqueValues.values(state, key, state.valuesBefore().get());
                    return claimed.contains(before) && !before.equals(nowOrNone(state, key));
                })
                .toList();
        if (!leaving.isEmpty()) {
            update(key, leaving);
        }
    }

    private static List<Object> nowOrNone(RecordState state, List<Integer> key) {
        return state.exists() ? UniqueValues.values(state, key) : List.of();
    }

    private void update(List<Integer> key, List<RecordState> leaving) throws SQLException {
        var type = leaving.get(0).recordType();
        int index = type.indexOfField(UniqueValues.slot(leaving.get(0), key).name());
        var field = type.fields().get(index);
        var table = type.tables().stream()
                .filter(one -> one.fields().contains(field))
                .findFirst()
                .orElseThrow();
        var sql = "update " + table.name() + " set " + field.column() + " = ?" + Sql.whereKey(table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (RecordState state : leaving) {
                var row = new RowBinder(statement).bind(field.kind(), placeholder(state, field));
                for (int i = 0; i < type.key().size(); i++) {
                    row.bind(type.key().get(i).kind(), state.keyValue(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static Object placeholder(RecordState state, Field field) {
        if (field.kind() != ValueKind.TEXT) {
            return null;
        }
        var uuid = state.uuid();
        return field.length() == 0 || uuid.length() <= field.length() ? uuid : uuid.substring(0, field.length());
    }
}
