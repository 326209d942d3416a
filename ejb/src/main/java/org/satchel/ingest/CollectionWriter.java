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
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;

/**
 * Writes what change sets did to collections: for each element the last that a batch says of it. An entry of a map or a place of a list is
 * told by its key, any other element by its value; so putting one there twice, or taking away what is gone, changes nothing.
 */
final class CollectionWriter {

    private record Element(RecordState owner, Object key, List<Object> parts) {}

    private final Connection connection;

    CollectionWriter(Connection connection) {
        this.connection = connection;
    }

    void write(List<AuditRow> rows) throws SQLException {
        var last = new IdentityHashMap<RecordCollection, Map<Element, AuditRow.Element>>();
        for (AuditRow row : rows) {
            for (AuditRow.Element element : row.elements()) {
                var all = last.computeIfAbsent(element.collection(), c -> new LinkedHashMap<>());
                var told = told(row.record(), element);
                all.remove(told);
                all.put(told, element);
            }
        }
        for (var entry : last.entrySet()) {
            delete(entry.getKey(), entry.getValue());
            insert(entry.getKey(), entry.getValue());
        }
    }

    /** The elements of owners that are deleted go with them. */
    void deleteOwnedBy(Iterable<RecordState> states) throws SQLException {
        for (RecordState state : states) {
            if (state.isDelete()) {
                for (RecordCollection collection : state.type().collections()) {
                    try (PreparedStatement statement = connection.prepareStatement(
                            "delete from " + collection.table() + Sql.where(List.of(collection.ownerColumn())))) {
                        bindOwner(new RowBinder(statement), state);
                        statement.executeUpdate();
                    }
                }
            }
        }
    }

    private static Element told(RecordState owner, AuditRow.Element element) {
        return element.collection().key().isPresent()
                ? new Element(owner, element.key(), List.of())
                : new Element(owner, null, Arrays.asList(element.parts()));
    }

    private void delete(RecordCollection collection, Map<Element, AuditRow.Element> elements) throws SQLException {
        var columns = new ArrayList<>(List.of(collection.ownerColumn()));
        collection.key().ifPresentOrElse(key -> columns.add(key.column()), () -> collection
                .elements()
                .forEach(field -> columns.add(field.column())));
        try (PreparedStatement statement =
                connection.prepareStatement("delete from " + collection.table() + Sql.where(columns))) {
            for (var entry : elements.entrySet()) {
                var row = new RowBinder(statement);
                bindOwner(row, entry.getKey().owner());
                if (collection.key().isPresent()) {
                    row.bind(collection.key().get().kind(), entry.getKey().key());
                } else {
                    bindParts(row, collection, entry.getValue());
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void insert(RecordCollection collection, Map<Element, AuditRow.Element> elements) throws SQLException {
        var columns = new ArrayList<>(List.of(collection.ownerColumn()));
        collection.key().ifPresent(key -> columns.add(key.column()));
        collection.elements().forEach(field -> columns.add(field.column()));
        try (PreparedStatement statement = connection.prepareStatement(Sql.insert(collection.table(), columns))) {
            for (var entry : elements.entrySet()) {
                if (entry.getValue().present() && entry.getKey().owner().exists()) {
                    var row = new RowBinder(statement);
                    bindOwner(row, entry.getKey().owner());
                    if (collection.key().isPresent()) {
                        row.bind(collection.key().get().kind(), entry.getValue().key());
                    }
                    bindParts(row, collection, entry.getValue());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    static void bindOwner(RowBinder row, RecordState owner) throws SQLException {
        row.bind(owner.type().key().get(0).kind(), owner.referenceKey());
    }

    static void bindParts(RowBinder row, RecordCollection collection, AuditRow.Element element) throws SQLException {
        for (int i = 0; i < collection.elements().size(); i++) {
            Field field = collection.elements().get(i);
            row.bind(field.kind(), element.parts()[i]);
        }
    }
}
