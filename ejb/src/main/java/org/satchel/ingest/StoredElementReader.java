package org.satchel.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.satchel.model.BulkQuery;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;

/**
 * The elements that the database has: read ahead in bulk for what a batch surely needs (lists that change), one owner at a time for what
 * only a conflict asks for.
 */
final class StoredElementReader implements RecordState.StoredElements {

    private final Connection connection;
    private final Map<RecordCollection, Map<Object, Map<Slot, SlotEdit>>> read = new IdentityHashMap<>();

    StoredElementReader(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<Slot, SlotEdit> of(RecordState owner, RecordCollection collection) {
        var key = owner.referenceKey();
        var byOwner = read.computeIfAbsent(collection, c -> new HashMap<>());
        if (!byOwner.containsKey(key)) {
            DatabaseFailure.run(() -> read(owner.recordType().key().get(0), collection, List.of(key)));
        }
        return byOwner.get(key);
    }

    void readAhead(RecordCollection collection, List<RecordState> owners) throws SQLException {
        if (!owners.isEmpty()) {
            read(
                    owners.get(0).recordType().key().get(0),
                    collection,
                    owners.stream().map(RecordState::referenceKey).toList());
        }
    }

    private void read(Field ownerKey, RecordCollection collection, List<Object> owners) throws SQLException {
        var byOwner = read.computeIfAbsent(collection, c -> new HashMap<>());
        owners.forEach(owner -> byOwner.put(owner, new LinkedHashMap<>()));
        BulkQuery.each(
                connection,
                select(collection),
                ownerKey.kind(),
                owners,
                row -> add(collection, byOwner.get(ownerKey.kind().read(row, 1)), row));
    }

    private static String select(RecordCollection collection) {
        var columns = new ArrayList<>(List.of(collection.ownerColumn()));
        collection.key().ifPresent(key -> columns.add(key.column()));
        collection.elements().forEach(element -> columns.add(element.column()));
        return "select " + String.join(", ", columns) + " from " + collection.table() + " where "
                + collection.ownerColumn() + " in (%s)"
                + (collection.list()
                        ? " order by " + collection.key().orElseThrow().column()
                        : "");
    }

    @SuppressWarnings("unchecked") // a list's value is the list of its elements' parts
    private static void add(RecordCollection collection, Map<Slot, SlotEdit> elements, ResultSet row)
            throws SQLException {
        int column = 2;
        Object key = null;
        if (collection.key().isPresent()) {
            key = collection.key().get().kind().read(row, column++);
        }
        var parts = new ArrayList<Object>();
        for (Field field : collection.elements()) {
            parts.add(field.kind().canonical(field.kind().read(row, column++)));
        }
        if (collection.list()) {
            var slot = Slot.whole(collection.name());
            var all = elements.computeIfAbsent(slot, s -> SlotEdit.put(s, new ArrayList<List<Object>>()));
            ((List<List<Object>>) all.value()).add(parts);
        } else {
            var slot = Slots.element(collection, key, parts);
            elements.put(slot, SlotEdit.put(slot, parts));
        }
    }
}
