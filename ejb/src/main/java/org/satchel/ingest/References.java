package org.satchel.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.KeyDirectory;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.rules.SlotEdit;

/** Finds who refers to a record that is to be deleted: in the database, as the batch has left it. */
final class References {

    /** Enough to tell that there are some, and which; a concept may be referred to a million times. */
    private static final int MOST = 1_000;

    private final Connection connection;
    private final EntityModel model;
    private final KnownRecords known;

    References(Connection connection, EntityModel model, KnownRecords known) {
        this.connection = connection;
        this.model = model;
        this.known = known;
    }

    List<String> to(RecordState deleted) throws SQLException {
        var found = new HashSet<String>();
        for (RecordType type : model.types()) {
            if (type.concrete()) {
                find(type, deleted, found);
            }
        }
        return List.copyOf(found);
    }

    private void find(RecordType type, RecordState deleted, Set<String> found) throws SQLException {
        for (RecordState state : known.states()) {
            if (state.recordType() == type && state.exists() && state != deleted && refers(state, deleted)) {
                found.add(state.uuid());
            }
        }
        if (!deleted.hasKey() || deleted.isInsert()) {
            return;
        }
        for (Field field : type.fields()) {
            if (refersTo(field, deleted)) {
                add(type, type.tables().get(level(type, field)).name(), key(type), field, deleted, found);
            }
        }
        if (type.uuidLender().filter(lender -> isOf(lender, deleted)).isPresent()) {
            add(type, type.rootTable().name(), key(type), type.key().get(0), deleted, found);
        }
        for (RecordCollection collection : type.collections()) {
            for (Field field : collection.elements()) {
                if (refersTo(field, deleted)) {
                    add(type, collection.table(), collection.ownerColumn(), field, deleted, found);
                }
            }
        }
    }

    private void add(
            RecordType type, String table, String keyColumn, Field field, RecordState deleted, Set<String> found)
            throws SQLException {
        var sql = "select distinct " + keyColumn + " from " + table + " where " + field.column() + " = ? limit " + MOST;
        var keys = new ArrayList<Object>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            field.kind().bind(statement, 1, deleted.referenceKey());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.add(type.key().get(0).kind().read(row, 1));
                }
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        for (String uuid : new KeyDirectory(connection, model).uuids(type, keys).values()) {
            // What the batch touches was looked at as the batch has left it.
            if (known.touched(type, uuid) == null) {
                found.add(uuid);
            }
        }
    }

    private boolean refers(RecordState state, RecordState deleted) {
        var type = state.recordType();
        for (int i = 0; i < type.fields().size(); i++) {
            if (refersTo(type.fields().get(i), deleted) && is(state.reference(i), deleted)) {
                return true;
            }
        }
        if (type.uuidLender().filter(lender -> isOf(lender, deleted)).isPresent() && is(state.key(), deleted)) {
            return true;
        }
        return type.collections().stream()
                .filter(collection -> collection.elements().stream().anyMatch(field -> refersTo(field, deleted)))
                .anyMatch(collection -> state.whole().stream()
                        .filter(edit -> edit.slot().name().equals(collection.name()))
                        .filter(SlotEdit::present)
                        .anyMatch(edit -> holds(edit.value(), deleted)));
    }

    private static boolean holds(Object value, RecordState deleted) {
        return value instanceof List<?> parts
                ? parts.stream().anyMatch(part -> holds(part, deleted))
                : is(value, deleted);
    }

    private static boolean is(Object value, RecordState deleted) {
        return value == deleted || value != null && deleted.hasKey() && Objects.equals(value, deleted.referenceKey());
    }

    private boolean refersTo(Field field, RecordState deleted) {
        return field.target().filter(target -> isOf(target, deleted)).isPresent();
    }

    private boolean isOf(String target, RecordState deleted) {
        return model.type(target).root().equals(deleted.recordType().root());
    }

    private static String key(RecordType type) {
        return type.rootTable().keyColumns().get(0);
    }

    private static int level(RecordType type, Field field) {
        for (int i = 0; i < type.tables().size(); i++) {
            if (type.tables().get(i).fields().contains(field)) {
                return i;
            }
        }
        return 0;
    }
}
