package org.satchel.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All synchronised types of this deployment, by name. Immutable, safe to share. */
public final class EntityModel {

    private final Map<String, RecordType> types = new TreeMap<>();

    EntityModel(Collection<RecordType> all) {
        all.forEach(type -> {
            var twin = types.put(type.name(), type);
            if (twin != null) {
                throw new IllegalStateException("two audited entities are called " + type.name() + ": "
                        + twin.className() + " and " + type.className() + "; give one of them another @Entity(name)");
            }
        });
    }

    /** Types in the order of their names, abstract ones included. */
    public List<RecordType> types() {
        return List.copyOf(types.values());
    }

    public Optional<RecordType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The type of that name, which must exist: for names that come from this model itself. */
    public RecordType type(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no synchronised type " + name));
    }

    /** The type whose table holds the UUID of records of that type: itself, its root, or the lender of its key. */
    public RecordType uuidOwner(RecordType type) {
        return type.uuidLender().map(lender -> uuidOwner(type(lender))).orElse(type);
    }
}
