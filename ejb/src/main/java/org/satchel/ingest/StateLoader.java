package org.satchel.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;
import org.satchel.model.BulkQuery;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.KeyDirectory;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;
import org.satchel.rules.RecordName;

/**
 * Loads, and locks, what a batch of change sets touches, and the keys of what it refers to: one query per type for a thousand records.
 */
final class StateLoader {

    private final Connection connection;
    private final EntityModel model;
    private final Map<String, Set<String>> touched = new HashMap<>();
    private final Map<String, Set<String>> modified = new HashMap<>();
    private final Map<String, Set<String>> referenced = new HashMap<>();
    private final Map<RecordCollection, Set<String>> lists = new HashMap<>();
    private final StoredElementReader stored;
    private final Map<String, Slots> slots = new HashMap<>();

    StateLoader(Connection connection, EntityModel model) {
        this.connection = connection;
        this.model = model;
        this.stored = new StoredElementReader(connection);
    }

    /** @param named records beside those that the change sets touch */
    KnownRecords load(List<ChangeSet> changeSets, Collection<RecordName> named) throws SQLException {
        named.forEach(this::collect);
        changeSets.forEach(changeSet -> changeSet.changes().forEach(this::collect));
        var loaded = new ArrayList<RecordState>();
        var deleted = new HashSet<RecordId>();
        for (var entry : touched.entrySet()) {
            var type = model.type(entry.getKey());
            var found = load(type, entry.getValue());
            readListsAhead(type, found);
            loaded.addAll(found);
            var absent = modified.getOrDefault(type.name(), new HashSet<>());
            found.forEach(state -> absent.remove(state.uuid()));
            deleted(type, absent).forEach(uuid -> deleted.add(RecordId.of(type, uuid)));
        }
        var keys = new HashMap<String, Map<String, Object>>();
        var directory = new KeyDirectory(connection, model);
        for (var entry : referenced.entrySet()) {
            keys.put(entry.getKey(), directory.keys(model.type(entry.getKey()), entry.getValue()));
        }
        return new KnownRecords(loaded, keys, deleted, stored);
    }

    /** A record that no change set names, such as the holder of a unique value; locked too. */
    Optional<RecordState> load(RecordType type, String uuid) throws SQLException {
        return load(type, List.of(uuid)).stream().findFirst();
    }

    private void readListsAhead(RecordType type, List<RecordState> found) throws SQLException {
        for (RecordCollection collection : type.collections()) {
            var wanted = lists.getOrDefault(collection, Set.of());
            stored.readAhead(
                    collection,
                    found.stream()
                            .filter(state -> wanted.contains(state.uuid()))
                            .toList());
        }
    }

    private void collect(RecordName record) {
        model.find(record.type()).ifPresent(type -> {
            touched.computeIfAbsent(type.name(), t -> new HashSet<>()).add(record.uuid());
            type.uuidLender().ifPresent(lender -> refer(lender, record.uuid()));
        });
    }

    private void collect(Change change) {
        var found = model.find(change.type());
        if (found.isEmpty()) {
            return;
        }
        var type = found.get();
        touched.computeIfAbsent(type.name(), t -> new HashSet<>()).add(change.uuid());
        if (change.operation() == Operation.MODIFIED) {
            modified.computeIfAbsent(type.name(), t -> new HashSet<>()).add(change.uuid());
        }
        type.uuidLender().ifPresent(lender -> refer(lender, change.uuid()));
        change.fields().forEach((name, value) -> {
            int index = type.indexOfField(name);
            if (index >= 0) {
                refer(type.fields().get(index), value);
            }
        });
        change.elements().forEach((name, elements) -> {
            int index = type.indexOfCollection(name);
            if (index >= 0) {
                var collection = type.collections().get(index);
                elements.forEach(element -> collect(collection, element));
                if (collection.list()) {
                    lists.computeIfAbsent(collection, c -> new HashSet<>()).add(change.uuid());
                }
            }
        });
    }

    private void collect(RecordCollection collection, ElementChange element) {
        collection.key().ifPresent(key -> refer(key, element.key()));
        for (Field field : collection.elements()) {
            refer(field, element.value() instanceof Map<?, ?> parts ? parts.get(field.name()) : element.value());
        }
    }

    private void refer(Field field, Object value) {
        field.target().ifPresent(target -> refer(target, value));
    }

    private void refer(String target, Object value) {
        if (value instanceof String uuid) {
            referenced.computeIfAbsent(target, t -> new HashSet<>()).add(uuid);
        }
    }

    private List<RecordState> load(RecordType type, Collection<String> uuids) throws SQLException {
        var states = new ArrayList<RecordState>();
        BulkQuery.each(connection, select(type), ValueKind.TEXT, uuids, row -> states.add(state(type, row)));
        return states;
    }

    private RecordState state(RecordType type, ResultSet row) throws SQLException {
        var values = new Object[type.fields().size()];
        for (int i = 0; i < values.length; i++) {
            var kind = type.fields().get(i).kind();
            values[i] = kind.canonical(kind.read(row, i + 3));
        }
        return RecordState.loaded(
                slots.computeIfAbsent(type.name(), name -> new Slots(type)),
                row.getString(1),
                type.key().get(0).kind().read(row, 2),
                values,
                stored);
    }

    private String select(RecordType type) {
        var owner = model.uuidOwner(type);
        var root = type.rootTable();
        var columns = new ArrayList<>(
                List.of("o." + owner.uuidColumn(), "t0." + root.keyColumns().get(0)));
        var from = new StringBuilder(" from ").append(root.name()).append(" t0");
        if (owner.root().equals(type.root())) {
            columns.set(0, "t0." + owner.uuidColumn());
        } else {
            from.append(" join ").append(owner.rootTable().name()).append(" o on o.");
            from.append(owner.rootTable().keyColumns().get(0))
                    .append(" = t0.")
                    .append(root.keyColumns().get(0));
        }
        for (int i = 1; i < type.tables().size(); i++) {
            from.append(" join ")
                    .append(type.tables().get(i).name())
                    .append(" t")
                    .append(i);
            from.append(" on t")
                    .append(i)
                    .append(".")
                    .append(type.tables().get(i).keyColumns().get(0));
            from.append(" = t0.").append(root.keyColumns().get(0));
        }
        for (Field field : type.fields()) {
            columns.add("t" + levelOf(type, field) + "." + field.column());
        }
        return "select " + String.join(", ", columns) + from + " where " + columns.get(0) + " in (" + "%s) for update";
    }

    private static int levelOf(RecordType type, Field field) {
        for (int i = 0; i < type.tables().size(); i++) {
            if (type.tables().get(i).fields().contains(field)) {
                return i;
            }
        }
        return 0;
    }

    /** Which of the records that do not exist did exist here once: the audit table has their deletion. */
    private Set<String> deleted(RecordType type, Set<String> absent) throws SQLException {
        var owner = model.uuidOwner(type);
        var found = new HashSet<String>();
        var from = owner.root().equals(type.root())
                ? owner.rootTable().auditName() + " a"
                : type.rootTable().auditName() + " a join " + owner.rootTable().name() + " o on o."
                        + owner.rootTable().keyColumns().get(0) + " = a."
                        + type.rootTable().keyColumns().get(0);
        var sql = "select distinct " + owner.uuidColumn() + " from " + from + " where a.REVTYPE = 2 and "
                + owner.uuidColumn() + " in (%s)";
        BulkQuery.each(connection, sql, ValueKind.TEXT, absent, row -> found.add(row.getString(1)));
        return found;
    }
}
