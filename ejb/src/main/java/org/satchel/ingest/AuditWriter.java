package org.satchel.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.satchel.change.Operation;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;

/**
 * Captures applied change sets as Envers would have: the same audit rows, under the revision that came. Envers itself cannot, because it
 * knows one revision per transaction, and a transaction for each change set would cost a disk flush each.
 */
final class AuditWriter {

    private final Connection connection;
    private final Map<UUID, Long> numbers;

    /** @param numbers the local numbers of the revisions that the rows belong to */
    AuditWriter(Connection connection, Map<UUID, Long> numbers) {
        this.connection = connection;
        this.numbers = numbers;
    }

    void write(List<AuditRow> rows) throws SQLException {
        var byType = new LinkedHashMap<RecordType, List<AuditRow>>();
        rows.forEach(row -> byType.computeIfAbsent(row.record().recordType(), t -> new ArrayList<>())
                .add(row));
        for (var group : byType.entrySet()) {
            for (int level = 0; level < group.getKey().tables().size(); level++) {
                writeTable(group.getKey(), level, group.getValue());
            }
        }
        writeElements(rows);
    }

    private void writeTable(RecordType type, int level, List<AuditRow> rows) throws SQLException {
        var table = type.tables().get(level);
        var flags = flags(type, level);
        var collections =
                type.collections().stream().filter(c -> c.level() == level).toList();
        try (PreparedStatement statement =
                connection.prepareStatement(Sql.insert(table.auditName(), columns(type, level, flags, collections)))) {
            for (AuditRow row : rows) {
                bind(new RowBinder(statement), type, level, flags, collections, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<String> columns(
            RecordType type, int level, Map<String, List<Integer>> flags, List<RecordCollection> collections) {
        var table = type.tables().get(level);
        var columns = new ArrayList<>(List.of("REV", "REVTYPE"));
        columns.addAll(table.keyColumns());
        if (level > 0) {
            columns.remove("REVTYPE");
        } else {
            if (type.uuidColumn() != null) {
                columns.add(type.uuidColumn());
            }
            type.discriminator().ifPresent(d -> columns.add(d.column()));
        }
        table.fields().forEach(field -> columns.add(field.column()));
        columns.addAll(flags.keySet());
        collections.forEach(collection -> columns.add(collection.modifiedFlag()));
        return columns;
    }

    private void bind(
            RowBinder out,
            RecordType type,
            int level,
            Map<String, List<Integer>> flags,
            List<RecordCollection> collections,
            AuditRow row)
            throws SQLException {
        out.bind(ValueKind.INTEGER, numbers.get(row.revision()));
        if (level == 0) {
            out.bind(ValueKind.INTEGER, revisionType(row.operation()));
        }
        for (int i = 0; i < type.key().size(); i++) {
            out.bind(type.key().get(i).kind(), row.record().keyValue(i));
        }
        if (level == 0) {
            if (type.uuidColumn() != null) {
                out.bind(ValueKind.TEXT, row.record().uuid());
            }
            if (type.discriminator().isPresent()) {
                out.bind(ValueKind.TEXT, type.discriminator().get().value());
            }
        }
        int first = type.firstField(level);
        for (int i = first; i < first + type.tables().get(level).fields().size(); i++) {
            out.bind(type.fields().get(i).kind(), row.values()[i]);
        }
        for (List<Integer> fields : flags.values()) {
            out.bind(ValueKind.BOOLEAN, fields.stream().anyMatch(row.changed()::get));
        }
        for (RecordCollection collection : collections) {
            out.bind(ValueKind.BOOLEAN, row.changes(collection));
        }
    }

    /** The flags of a table with the fields that each stands for: an embedded property has one for all its parts. */
    private static Map<String, List<Integer>> flags(RecordType type, int level) {
        var flags = new LinkedHashMap<String, List<Integer>>();
        int first = type.firstField(level);
        for (int i = first; i < first + type.tables().get(level).fields().size(); i++) {
            var flag = type.fields().get(i).modifiedFlag().orElseThrow();
            flags.computeIfAbsent(flag, f -> new ArrayList<>()).add(i);
        }
        return flags;
    }

    private void writeElements(List<AuditRow> rows) throws SQLException {
        var collections = java.util.Collections.newSetFromMap(new IdentityHashMap<RecordCollection, Boolean>());
        rows.forEach(row -> row.elements().forEach(element -> collections.add(element.collection())));
        for (RecordCollection collection : collections) {
            writeElements(collection, rows);
        }
    }

    private void writeElements(RecordCollection collection, List<AuditRow> rows) throws SQLException {
        var columns = new ArrayList<>(List.of("REV", "REVTYPE", collection.ownerColumn()));
        collection.key().ifPresent(key -> columns.add(key.column()));
        collection.elements().forEach(field -> columns.add(field.column()));
        if (collection.ordinal()) {
            columns.add("SETORDINAL");
        }
        try (PreparedStatement statement = connection.prepareStatement(Sql.insert(collection.auditTable(), columns))) {
            for (AuditRow row : rows) {
                long ordinal = 0;
                for (AuditRow.Element element : row.elements()) {
                    if (element.collection() == collection) {
                        bindElement(new RowBinder(statement), collection, row, element, ordinal++);
                        statement.addBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    private void bindElement(
            RowBinder out, RecordCollection collection, AuditRow row, AuditRow.Element element, long ordinal)
            throws SQLException {
        out.bind(ValueKind.INTEGER, numbers.get(row.revision()));
        out.bind(ValueKind.INTEGER, element.present() ? 0L : 2L);
        CollectionWriter.bindOwner(out, row.record());
        if (collection.key().isPresent()) {
            out.bind(collection.key().get().kind(), element.key());
        }
        CollectionWriter.bindParts(out, collection, Arrays.asList(element.parts()));
        if (collection.ordinal()) {
            out.bind(ValueKind.INTEGER, ordinal);
        }
    }

    private static long revisionType(Operation operation) {
        return switch (operation) {
            case ADDED -> 0;
            case MODIFIED -> 1;
            case DELETED -> 2;
        };
    }
}
