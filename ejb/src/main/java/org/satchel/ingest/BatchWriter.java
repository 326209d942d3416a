package org.satchel.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.satchel.model.EntityModel;
import org.satchel.model.KeyDirectory;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;

/**
 * Writes folded records to their tables: one JDBC batch for each table and kind of work of a level. The foreign keys stay on.
 */
final class BatchWriter {

    private final Connection connection;
    private final EntityModel model;
    private final KeySource keys;

    BatchWriter(Connection connection, EntityModel model, KeySource keys) {
        this.connection = connection;
        this.model = model;
        this.keys = keys;
    }

    void write(Collection<RecordState> states) throws SQLException {
        giveKeys(states);
        new UniqueRelease(connection).write(states);
        var inserts = WriteOrder.ofInserts(states);
        for (List<RecordState> level : inserts.levels()) {
            for (var group : byType(level).entrySet()) {
                insert(group.getKey(), group.getValue(), inserts);
            }
        }
        update(states, inserts);
    }

    /** Deletions come after the collections were written, whose rows refer to their owners. */
    void delete(Collection<RecordState> states) throws SQLException {
        for (List<RecordState> level : WriteOrder.ofDeletes(states)) {
            for (var group : byType(level).entrySet()) {
                delete(group.getKey(), group.getValue());
            }
        }
    }

    private void giveKeys(Collection<RecordState> states) {
        for (RecordState state : states) {
            if (state.isInsert()
                    && state.recordType().generated()
                    && !state.hasKey()
                    && keys.isKnownBeforeInsert(state.recordType())) {
                state.giveKey(keys.next(state.recordType()));
            }
        }
    }

    private void insert(RecordType type, List<RecordState> states, WriteOrder order) throws SQLException {
        boolean keyFromDatabase = type.generated() && !states.get(0).hasKey();
        for (int level = 0; level < type.tables().size(); level++) {
            insert(type, level, keyFromDatabase && level == 0, states, order);
            if (keyFromDatabase && level == 0) {
                learnKeys(type, states);
            }
        }
    }

    private void insert(RecordType type, int level, boolean keyFromDatabase, List<RecordState> states, WriteOrder order)
            throws SQLException {
        var table = type.tables().get(level);
        boolean root = level == 0;
        int first = type.firstField(level);
        var columns = new ArrayList<String>(keyFromDatabase ? List.of() : table.keyColumns());
        if (root && type.uuidColumn() != null) {
            columns.add(type.uuidColumn());
        }
        table.fields().forEach(field -> columns.add(field.column()));
        if (root) {
            type.discriminator().ifPresent(d -> columns.add(d.column()));
        }
        if (table.versionColumn() != null) {
            columns.add(table.versionColumn());
        }
        try (PreparedStatement statement = connection.prepareStatement(Sql.insert(table.name(), columns))) {
            for (RecordState state : states) {
                var row = new RowBinder(statement);
                if (!keyFromDatabase) {
                    bindKey(row, state);
                }
                if (root && type.uuidColumn() != null) {
                    row.bind(ValueKind.TEXT, state.uuid());
                }
                var later = order.postponedFields(state);
                for (int i = first; i < first + table.fields().size(); i++) {
                    row.bind(type.fields().get(i).kind(), later.contains(i) ? null : state.value(i));
                }
                if (root && type.discriminator().isPresent()) {
                    row.bind(ValueKind.TEXT, type.discriminator().get().value());
                }
                if (table.versionColumn() != null) {
                    row.bind(ValueKind.INTEGER, 0L);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bindKey(RowBinder row, RecordState state) throws SQLException {
        for (int i = 0; i < state.recordType().key().size(); i++) {
            row.bind(state.recordType().key().get(i).kind(), state.keyValue(i));
        }
    }

    private void learnKeys(RecordType type, List<RecordState> states) throws SQLException {
        var found = new KeyDirectory(connection, model)
                .keys(type, states.stream().map(RecordState::uuid).toList());
        states.forEach(state -> state.giveKey(found.get(state.uuid())));
    }

    private void update(Collection<RecordState> states, WriteOrder inserts) throws SQLException {
        var bySet = new LinkedHashMap<RecordType, Map<BitSet, List<RecordState>>>();
        states.stream().filter(RecordState::isUpdate).forEach(state -> bySet.computeIfAbsent(
                        state.recordType(), t -> new LinkedHashMap<>())
                .computeIfAbsent(state.dirty(), d -> new ArrayList<>())
                .add(state));
        for (WriteOrder.Postponed postponed : inserts.postponed()) {
            var field = new BitSet();
            field.set(postponed.field());
            bySet.computeIfAbsent(postponed.record().recordType(), t -> new LinkedHashMap<>())
                    .computeIfAbsent(field, d -> new ArrayList<>())
                    .add(postponed.record());
        }
        for (var type : bySet.entrySet()) {
            for (var set : type.getValue().entrySet()) {
                for (int level = 0; level < type.getKey().tables().size(); level++) {
                    update(type.getKey(), level, set.getKey(), set.getValue());
                }
            }
        }
    }

    private void update(RecordType type, int level, BitSet dirty, List<RecordState> states) throws SQLException {
        var table = type.tables().get(level);
        int first = type.firstField(level);
        var fields = dirty.stream()
                .filter(i -> i >= first && i < first + table.fields().size())
                .toArray();
        var assignments = new ArrayList<String>();
        for (int i : fields) {
            assignments.add(type.fields().get(i).column() + " = ?");
        }
        if (table.versionColumn() != null) {
            assignments.add(table.versionColumn() + " = " + table.versionColumn() + " + 1");
        }
        if (assignments.isEmpty()) {
            return;
        }
        var sql = "update " + table.name() + " set " + String.join(", ", assignments) + Sql.whereKey(table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (RecordState state : states) {
                var row = new RowBinder(statement);
                for (int i : fields) {
                    row.bind(type.fields().get(i).kind(), state.value(i));
                }
                bindKey(row, state);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void delete(RecordType type, List<RecordState> states) throws SQLException {
        for (int level = type.tables().size() - 1; level >= 0; level--) {
            var table = type.tables().get(level);
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from " + table.name() + Sql.whereKey(table))) {
                for (RecordState state : states) {
                    bindKey(new RowBinder(statement), state);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    private static Map<RecordType, List<RecordState>> byType(List<RecordState> states) {
        var groups = new LinkedHashMap<RecordType, List<RecordState>>();
        states.forEach(state -> groups.computeIfAbsent(state.recordType(), t -> new ArrayList<>())
                .add(state));
        return groups;
    }
}
