package org.satchel.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.satchel.change.Change;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.KeyDirectory;
import org.satchel.model.RecordCollection;
import org.satchel.rules.Edit;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;

/**
 * Edits of this site's records as changes that travel: the way back from {@link Translation}. References become UUIDs in bulk: first all
 * that is to be written is announced with {@link #want}, then the keys are looked up once.
 */
final class WireForm {

    private final EntityModel model;
    private final Map<String, Set<Object>> wanted = new HashMap<>();
    private final Map<String, Map<Object, String>> uuids = new HashMap<>();

    WireForm(EntityModel model) {
        this.model = model;
    }

    void want(Slots slots, SlotEdit edit) {
        var collection = slots.collection(edit.slot().name());
        if (collection == null) {
            want(slots.type().fields().get(slots.indexOf(edit.slot().name())), edit.value());
            return;
        }
        want(collection, edit.slot().key());
        if (edit.value() instanceof List<?> value) {
            if (collection.list()) {
                value.forEach(parts -> want(collection.elements(), (List<?>) parts));
            } else {
                want(collection.elements(), value);
            }
        }
    }

    private void want(RecordCollection collection, Object key) {
        if (collection.key().isPresent()) {
            want(collection.key().get(), key);
        } else if (key != null) {
            want(collection.elements(), (List<?>) key);
        }
    }

    private void want(List<Field> fields, List<?> parts) {
        for (int i = 0; i < fields.size(); i++) {
            want(fields.get(i), parts.get(i));
        }
    }

    private void want(Field field, Object value) {
        if (field.isReference() && value != null && !(value instanceof RecordState) && !(value instanceof Missing)) {
            wanted.computeIfAbsent(field.target().get(), t -> new HashSet<>()).add(value);
        }
    }

    void lookUp(Connection connection) throws SQLException {
        var directory = new KeyDirectory(connection, model);
        for (var entry : wanted.entrySet()) {
            uuids.put(entry.getKey(), directory.uuids(model.type(entry.getKey()), entry.getValue()));
        }
    }

    Change change(Edit edit) {
        var slots = ((RecordState) edit.row()).slots();
        var fields = new LinkedHashMap<String, Object>();
        var elements = new LinkedHashMap<String, List<ElementChange>>();
        for (SlotEdit slot : edit.slots()) {
            var name = slot.slot().name();
            var collection = slots.collection(name);
            if (collection != null) {
                elements.computeIfAbsent(name, n -> new ArrayList<>()).addAll(elements(collection, slot));
            } else if (slot.value() != null || edit.operation() != Operation.ADDED) {
                fields.put(name, value(slots.type().fields().get(slots.indexOf(name)), slot.value()));
            }
        }
        return new Change(edit.row().type(), edit.row().uuid(), edit.operation(), fields, elements);
    }

    /** The value of a slot alone: a wire value, a map for an element of several parts, a list of those for a list. */
    Object value(Slots slots, SlotEdit edit) {
        var collection = slots.collection(edit.slot().name());
        if (collection == null) {
            return value(slots.type().fields().get(slots.indexOf(edit.slot().name())), edit.value());
        }
        if (!edit.present() || edit.value() == null) {
            return null;
        }
        return collection.list()
                ? ((List<?>) edit.value())
                        .stream()
                                .map(parts -> element(collection, (List<?>) parts))
                                .toList()
                : element(collection, (List<?>) edit.value());
    }

    /** The key that tells an element of a map or set; null for other slots. */
    Object key(Slots slots, Slot slot) {
        var collection = slots.collection(slot.name());
        if (collection == null || slot.isWhole()) {
            return null;
        }
        return collection.key().isPresent()
                ? value(collection.key().get(), slot.key())
                : element(collection, (List<?>) slot.key());
    }

    private List<ElementChange> elements(RecordCollection collection, SlotEdit edit) {
        if (collection.list()) {
            var all = new ArrayList<ElementChange>();
            for (Object parts : (List<?>) edit.value()) {
                all.add(new ElementChange(true, (long) all.size(), element(collection, (List<?>) parts)));
            }
            return all;
        }
        var key = collection.key().map(field -> value(field, edit.slot().key())).orElse(null);
        if (edit.present()) {
            return List.of(new ElementChange(true, key, element(collection, (List<?>) edit.value())));
        }
        var gone = collection.key().isPresent()
                ? nothing(collection)
                : element(collection, (List<?>) edit.slot().key());
        return List.of(new ElementChange(false, key, gone));
    }

    /** An entry of a map is told by its key, whatever it held. */
    private static Object nothing(RecordCollection collection) {
        return collection.embeddable() ? Map.of() : null;
    }

    private Object element(RecordCollection collection, List<?> parts) {
        if (!collection.embeddable()) {
            return value(collection.elements().get(0), parts.get(0));
        }
        var value = new LinkedHashMap<String, Object>();
        for (int i = 0; i < parts.size(); i++) {
            value.put(
                    collection.elements().get(i).name(),
                    value(collection.elements().get(i), parts.get(i)));
        }
        return value;
    }

    private Object value(Field field, Object value) {
        if (value instanceof RecordState state) {
            return state.uuid();
        }
        if (value instanceof Missing gone) {
            return gone.uuid();
        }
        return value == null || !field.isReference()
                ? value
                : uuids.getOrDefault(field.target().get(), Map.of()).get(value);
    }
}
