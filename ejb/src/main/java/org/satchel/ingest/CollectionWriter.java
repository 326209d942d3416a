package org.satchel.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.rules.SlotEdit;

/**
 * Writes what a batch made of collections: for each slot its last word. A list is written whole; an entry of a map is told by its key, an
 * element of a set by its value, so putting one there twice, or taking away what is gone, changes nothing.
 */
final class CollectionWriter {

    private record Made(RecordState owner, SlotEdit edit) {}

    private final Connection connection;

    CollectionWriter(Connection connection) {
        this.connection = connection;
    }

    void write(Collection<RecordState> states) throws SQLException {
        var made = new LinkedHashMap<RecordCollection, List<Made>>();
        for (RecordState state : states) {
            for (SlotEdit edit : state.elements()) {
                made.computeIfAbsent(state.slots().collection(edit.slot().name()), c -> new ArrayList<>())
                        .add(new Made(state, edit));
            }
        }
        emptyOf(states);
        for (var entry : made.entrySet()) {
            delete(entry.getKey(), entry.getValue());
            insert(entry.getKey(), entry.getValue());
        }
    }

    /** The elements of owners that are deleted go with them. */
    private void emptyOf(Collection<RecordState> states) throws SQLException {
        var emptied = new LinkedHashMap<RecordCollection, List<RecordState>>();
        states.stream().filter(RecordState::losesElements).forEach(state -> state.recordType()
                .collections()
                .forEach(collection -> emptied.computeIfAbsent(collection, c -> new ArrayList<>())
                        .add(state)));
        for (var entry : emptied.entrySet()) {
            deleteAll(entry.getKey(), entry.getValue());
        }
    }

    private void deleteAll(RecordCollection collection, List<RecordState> owners) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from " + collection.table() + Sql.where(List.of(collection.ownerColumn())))) {
            for (RecordState owner : owners) {
                bindOwner(new RowBinder(statement), owner);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void delete(RecordCollection collection, List<Made> all) throws SQLException {
        if (collection.list()) {
            deleteAll(collection, all.stream().map(Made::owner).toList());
            return;
        }
        var columns = new ArrayList<>(List.of(collection.ownerColumn()));
        collection.key().ifPresentOrElse(key -> columns.add(key.column()), () -> collection
                .elements()
                .forEach(field -> columns.add(field.column())));
        try (PreparedStatement statement =
                connection.prepareStatement("delete from " + collection.table() + Sql.where(columns))) {
            for (Made made : all) {
                var row = new RowBinder(statement);
                bindOwner(row, made.owner());
                var key = made.edit().slot().key();
                if (collection.key().isPresent()) {
                    row.bind(collection.key().get().kind(), key);
                } else {
                    bindParts(row, collection, (List<?>) key);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void insert(RecordCollection collection, List<Made> all) throws SQLException {
        var columns = new ArrayList<>(List.of(collection.ownerColumn()));
        collection.key().ifPresent(key -> columns.add(key.column()));
        collection.elements().forEach(field -> columns.add(field.column()));
        try (PreparedStatement statement = connection.prepareStatement(Sql.insert(collection.table(), columns))) {
            for (Made made : all) {
                if (made.edit().present() && made.owner().exists()) {
                    for (var element : elements(collection, made.edit()).entrySet()) {
                        var row = new RowBinder(statement);
                        bindOwner(row, made.owner());
                        if (collection.key().isPresent()) {
                            row.bind(collection.key().get().kind(), element.getKey());
                        }
                        bindParts(row, collection, element.getValue());
                        statement.addBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    /** The elements of the slot by map key or place. */
    private static Map<Object, List<?>> elements(RecordCollection collection, SlotEdit edit) {
        if (!collection.list()) {
            return Map.of(edit.slot().key(), (List<?>) edit.value());
        }
        var byPlace = new LinkedHashMap<Object, List<?>>();
        for (Object parts : (List<?>) edit.value()) {
            byPlace.put((long) byPlace.size(), (List<?>) parts);
        }
        return byPlace;
    }

    static void bindOwner(RowBinder row, RecordState owner) throws SQLException {
        row.bind(owner.recordType().key().get(0).kind(), owner.referenceKey());
    }

    static void bindParts(RowBinder row, RecordCollection collection, List<?> parts) throws SQLException {
        for (int i = 0; i < collection.elements().size(); i++) {
            Field field = collection.elements().get(i);
            row.bind(field.kind(), parts.get(i));
        }
    }
}
