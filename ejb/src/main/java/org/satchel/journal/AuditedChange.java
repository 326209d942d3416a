package org.satchel.journal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.satchel.change.Change;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;

/**
 * A change as the audit tables hold it. Its life: read with references as local keys, then {@linkplain #resolve resolved} to UUIDs, then
 * turned into the {@link Change} that travels.
 */
final class AuditedChange {

    /** An element that came or went. */
    static final class Element {
        private final boolean present;
        private final Object[] parts;
        private Object key;

        Element(boolean present, Object key, Object[] parts) {
            this.present = present;
            this.key = key;
            this.parts = parts;
        }

        boolean present() {
            return present;
        }

        Object key() {
            return key;
        }

        /** Of its own, because references in it are resolved in place. */
        Element copy() {
            return new Element(present, key, parts.clone());
        }
    }

    interface Visitor {
        void reference(String target, Object key);
    }

    interface Resolver {
        String uuid(String target, Object key);
    }

    private final RecordType type;
    private final Operation operation;
    private final Object key;
    private final Object[] values;
    private final boolean[] carried;
    private final List<List<Element>> elements;
    private final BitSet lists = new BitSet();
    private String uuid;

    AuditedChange(RecordType type, Operation operation, Object key, String uuid) {
        this.type = type;
        this.operation = operation;
        this.key = key;
        this.uuid = uuid;
        this.values = new Object[type.fields().size()];
        this.carried = new boolean[values.length];
        this.elements = new ArrayList<>(type.collections().size());
        type.collections().forEach(collection -> elements.add(new ArrayList<>(0)));
    }

    RecordType type() {
        return type;
    }

    Operation operation() {
        return operation;
    }

    String uuid() {
        return uuid;
    }

    void carry(int field, Object value) {
        values[field] = value;
        carried[field] = true;
    }

    /** The list as a whole, which may be empty. */
    void list(int collection, List<Element> all) {
        elements.set(collection, all);
        lists.set(collection);
    }

    void add(int collection, Element element) {
        elements.get(collection).add(element);
    }

    /** A modification of nothing that travels, such as of an inverse collection. */
    boolean isEmpty() {
        if (operation != Operation.MODIFIED
                || !lists.isEmpty()
                || elements.stream().anyMatch(list -> !list.isEmpty())) {
            return false;
        }
        for (boolean one : carried) {
            if (one) {
                return false;
            }
        }
        return true;
    }

    void forEachReference(Visitor visitor) {
        resolve(
                (target, local) -> {
                    visitor.reference(target, local);
                    return null;
                },
                false);
    }

    void resolve(Resolver resolver) {
        resolve(resolver, true);
    }

    private void resolve(Resolver resolver, boolean replace) {
        if (uuid == null) {
            var lent = resolver.uuid(type.uuidLender().orElseThrow(), key);
            uuid = replace ? lent : null;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = resolve(type.fields().get(i), values[i], resolver, replace);
        }
        for (int c = 0; c < elements.size(); c++) {
            var collection = type.collections().get(c);
            for (Element element : elements.get(c)) {
                if (collection.key().isPresent()) {
                    element.key = resolve(collection.key().get(), element.key, resolver, replace);
                }
                for (int i = 0; i < element.parts.length; i++) {
                    element.parts[i] = resolve(collection.elements().get(i), element.parts[i], resolver, replace);
                }
            }
        }
    }

    private static Object resolve(Field field, Object value, Resolver resolver, boolean replace) {
        if (value == null || !field.isReference()) {
            return value;
        }
        var found = resolver.uuid(field.target().get(), value);
        return replace ? found : value;
    }

    Change toChange() {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            if (carried[i]) {
                fields.put(type.fields().get(i).name(), values[i]);
            }
        }
        var collections = new LinkedHashMap<String, List<ElementChange>>();
        for (int c = 0; c < elements.size(); c++) {
            var collection = type.collections().get(c);
            if (!elements.get(c).isEmpty() || lists.get(c) && operation == Operation.MODIFIED) {
                collections.put(
                        collection.name(),
                        elements.get(c).stream()
                                .map(element -> toElement(collection, element))
                                .toList());
            }
        }
        return new Change(type.name(), uuid, operation, fields, collections);
    }

    private static ElementChange toElement(RecordCollection collection, Element element) {
        if (!collection.embeddable()) {
            return new ElementChange(element.present, element.key, element.parts[0]);
        }
        Map<String, Object> value = new LinkedHashMap<>();
        for (int i = 0; i < element.parts.length; i++) {
            value.put(collection.elements().get(i).name(), element.parts[i]);
        }
        return new ElementChange(element.present, element.key, value);
    }
}
