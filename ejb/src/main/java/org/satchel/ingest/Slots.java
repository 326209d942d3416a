package org.satchel.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.rules.Slot;

/** The slots of a type: one for each field and list, and those of its sets' and maps' elements. */
final class Slots {

    private final RecordType type;
    private final List<Slot> fields = new ArrayList<>();
    private final Map<String, Integer> fieldIndexes = new HashMap<>();
    private final Map<String, RecordCollection> collections = new HashMap<>();

    Slots(RecordType type) {
        this.type = type;
        for (Field field : type.fields()) {
            fieldIndexes.put(field.name(), fields.size());
            fields.add(Slot.whole(field.name()));
        }
        type.collections().forEach(collection -> collections.put(collection.name(), collection));
    }

    RecordType type() {
        return type;
    }

    Slot field(int index) {
        return fields.get(index);
    }

    /** Where the field of that name stands in the type's fields; -1 if there is none. */
    int indexOf(String name) {
        return fieldIndexes.getOrDefault(name, -1);
    }

    /** Null if there is none of that name. */
    RecordCollection collection(String name) {
        return collections.get(name);
    }

    /**
     * The slot of one element.
     *
     * @param key its key in a map; null in a set
     * @param parts its columns' values
     */
    static Slot element(RecordCollection collection, Object key, List<Object> parts) {
        return new Slot(collection.name(), collection.key().isPresent() ? key : parts);
    }
}
