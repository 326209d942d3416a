package org.satchel.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.satchel.change.Change;
import org.satchel.change.Operation;
import org.satchel.model.BulkQuery;
import org.satchel.model.EntityModel;
import org.satchel.model.KeyDirectory;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;

/**
 * Reads what a range of revisions changed from the audit tables: one query per changed type and one per collection of such a type, then
 * one per referenced type that turns local keys into UUIDs; never one per row. For one range; not reusable, not thread-safe.
 */
final class ChangeSetReader {

    private record RecordKey(long revision, String type, Object key) {}

    private final Connection connection;
    private final EntityModel model;
    private final List<Long> revisions;
    private final Map<RecordKey, AuditedChange> changes = new LinkedHashMap<>();

    ChangeSetReader(Connection connection, EntityModel model, List<Long> revisions) {
        this.connection = connection;
        this.model = model;
        this.revisions = revisions;
    }

    /** The changes by revision number. A revision that changed nothing that travels is missing. */
    Map<Long, List<Change>> read(Set<String> typeNames) throws SQLException {
        var types = new ArrayList<RecordType>();
        new TreeSet<>(typeNames).forEach(name -> model.find(name).ifPresent(types::add));
        for (RecordType type : types) {
            readRecords(type);
        }
        for (RecordType type : types) {
            for (int i = 0; i < type.collections().size(); i++) {
                readElements(type, i);
            }
        }
        resolveReferences();
        var byRevision = new HashMap<Long, List<Change>>();
        changes.forEach((key, change) -> {
            if (!change.isEmpty()) {
                byRevision
                        .computeIfAbsent(key.revision(), r -> new ArrayList<>())
                        .add(change.toChange());
            }
        });
        return byRevision;
    }

    private void readRecords(RecordType type) throws SQLException {
        var query = AuditQuery.of(type, model);
        var keyKind = type.key().get(0).kind();
        try (PreparedStatement statement = prepare(query.sql());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                var key = keyKind.read(row, query.keyColumn());
                var change = new AuditedChange(type, operation(row.getInt(2)), key, row.getString(query.uuidColumn()));
                for (int i = 0; i < type.fields().size(); i++) {
                    readField(change, i, row, query.firstField() + 2 * i);
                }
                // A record with a composite key is told apart by its UUID: nothing refers to it by key.
                var told = type.key().size() == 1 ? key : change.uuid();
                changes.put(new RecordKey(row.getLong(1), type.name(), told), change);
            }
        }
    }

    private static void readField(AuditedChange change, int field, ResultSet row, int column) throws SQLException {
        var kind = change.type().fields().get(field).kind();
        switch (change.operation()) {
            case ADDED -> {
                var value = kind.read(row, column);
                if (value != null) {
                    change.carry(field, value);
                }
            }
            case MODIFIED -> {
                if (row.getBoolean(column + 1)) {
                    change.carry(field, kind.read(row, column));
                }
            }
            case DELETED -> {
                // The receiver needs no values to delete; what is lost stays in both histories.
            }
        }
    }

    private void readElements(RecordType type, int index) throws SQLException {
        var collection = type.collections().get(index);
        if (collection.list()) {
            readLists(type, index);
            return;
        }
        var columns = new ArrayList<>(List.of("REV", "REVTYPE", collection.ownerColumn()));
        collection.key().ifPresent(key -> columns.add(key.column()));
        collection.elements().forEach(element -> columns.add(element.column()));
        // Removed before added: a map's changed entry stands as both.
        var sql = "select " + String.join(", ", columns) + " from " + collection.auditTable()
                + " where REV in (%s) order by REV, REVTYPE desc";
        try (PreparedStatement statement = prepare(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                var owner = type.key().get(0).kind().read(row, 3);
                var change = changes.get(new RecordKey(row.getLong(1), type.name(), owner));
                if (change != null && change.operation() != Operation.DELETED) {
                    change.add(index, readElement(collection, row));
                }
            }
        }
    }

    /** A list travels whole: what its audit rows have come to at each revision that changed it. */
    private void readLists(RecordType type, int index) throws SQLException {
        var collection = type.collections().get(index);
        var keyKind = type.key().get(0).kind();
        var owners = new LinkedHashSet<Object>();
        changes.forEach((key, change) -> {
            if (key.type().equals(type.name()) && change.operation() != Operation.DELETED) {
                owners.add(key.key());
            }
        });
        var changed = revisionsOf(collection, keyKind, owners);
        var columns = new ArrayList<>(List.of("e.REV", "e.REVTYPE", "e." + collection.ownerColumn()));
        collection.key().ifPresent(key -> columns.add("e." + key.column()));
        collection.elements().forEach(element -> columns.add("e." + element.column()));
        var sql = "select " + String.join(", ", columns) + " from " + collection.auditTable() + " e where e."
                + collection.ownerColumn() + " in (%s) and e.REV <= "
                + revisions.stream().mapToLong(r -> r).max().orElse(0)
                + " and e.REV >= (select coalesce(max(b.REV), 0) from "
                + type.rootTable().auditName() + " b where b.REVTYPE = 0 and b."
                + type.rootTable().keyColumns().get(0)
                + " = e." + collection.ownerColumn() + " and b.REV <= e.REV) order by e.REV, e.REVTYPE desc";
        var lists = new HashMap<Object, ListHistory>();
        BulkQuery.each(connection, sql, keyKind, changed.keySet(), row -> {
            var owner = keyKind.read(row, 3);
            lists.computeIfAbsent(owner, o -> new ListHistory(changed.get(o)))
                    .add(row.getLong(1), readElement(collection, row));
        });
        lists.forEach((owner, list) -> list.whole().forEach((revision, elements) -> {
            var change = changes.get(new RecordKey(revision, type.name(), owner));
            if (change != null && change.operation() != Operation.DELETED) {
                change.list(index, elements);
            }
        }));
    }

    /** Which of the revisions changed the list of which owner. */
    private Map<Object, Set<Long>> revisionsOf(RecordCollection collection, ValueKind keyKind, Set<Object> owners)
            throws SQLException {
        var changed = new HashMap<Object, Set<Long>>();
        var sql = "select distinct REV, " + collection.ownerColumn() + " from " + collection.auditTable()
                + " where REV in (%s)";
        if (!owners.isEmpty()) {
            try (PreparedStatement statement = prepare(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changed.computeIfAbsent(keyKind.read(row, 2), o -> new HashSet<>())
                            .add(row.getLong(1));
                }
            }
        }
        changed.keySet().retainAll(owners);
        return changed;
    }

    private static AuditedChange.Element readElement(RecordCollection collection, ResultSet row) throws SQLException {
        int column = 4;
        Object key = null;
        if (collection.key().isPresent()) {
            key = collection.key().get().kind().read(row, column++);
        }
        var parts = new Object[collection.elements().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = collection.elements().get(i).kind().read(row, column++);
        }
        return new AuditedChange.Element(operation(row.getInt(2)) != Operation.DELETED, key, parts);
    }

    private void resolveReferences() throws SQLException {
        var wanted = new HashMap<String, Set<Object>>();
        changes.values()
                .forEach(change -> change.forEachReference((target, key) ->
                        wanted.computeIfAbsent(target, t -> new HashSet<>()).add(key)));
        var directory = new KeyDirectory(connection, model);
        var found = new HashMap<String, Map<Object, String>>();
        for (var entry : wanted.entrySet()) {
            found.put(entry.getKey(), directory.uuids(model.type(entry.getKey()), entry.getValue()));
        }
        changes.values()
                .forEach(change -> change.resolve((target, key) -> {
                    var uuid = found.get(target).get(key);
                    if (uuid == null) {
                        throw new IllegalStateException(
                                change.type().name() + " refers to a " + target + " with the local key " + key
                                        + " that neither its table nor its audit table knows; restore that row, then exchange again");
                    }
                    return uuid;
                }));
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        var statement = connection.prepareStatement(sql.formatted(AuditQuery.placeholders(revisions.size())));
        for (int i = 0; i < revisions.size(); i++) {
            statement.setLong(i + 1, revisions.get(i));
        }
        return statement;
    }

    private static Operation operation(int revisionType) {
        return switch (revisionType) {
            case 0 -> Operation.ADDED;
            case 1 -> Operation.MODIFIED;
            case 2 -> Operation.DELETED;
            default -> throw new IllegalStateException("Envers wrote the revision type " + revisionType);
        };
    }
}
