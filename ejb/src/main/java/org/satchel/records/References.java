package org.satchel.records;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.satchel.records.Element.ReferenceElement;

/**
 * The records that a request refers to by UUID: found with one query for each type, or made earlier in the same request. What is found is a
 * reference to the record's key; the record itself is not loaded.
 */
final class References {

    /** How many UUIDs one query asks for. */
    private static final int CHUNK = 2_000;

    private final EntityManager entities;
    private final RecordShapes shapes;
    private final Map<ReferenceElement, Set<String>> wanted = new LinkedHashMap<>();
    private final Map<ReferenceElement, Map<String, Object>> keys = new HashMap<>();
    private final Map<String, List<Class<?>>> announced = new HashMap<>();
    private final Map<String, List<Object>> made = new HashMap<>();

    References(EntityManager entities, RecordShapes shapes) {
        this.entities = entities;
        this.shapes = shapes;
    }

    /** Says that the request will make that record, so that it need not be looked for. */
    void announce(Class<?> type, String uuid) {
        announced.computeIfAbsent(uuid, u -> new ArrayList<>(1)).add(type);
    }

    void want(ReferenceElement reference, String uuid) {
        if (!isAnnounced(reference, uuid)) {
            wanted.computeIfAbsent(reference, r -> new LinkedHashSet<>()).add(uuid);
        }
    }

    /** Looks up all that is wanted. */
    void load() {
        wanted.forEach((reference, uuids) -> keys.put(reference, keysOf(reference, new ArrayList<>(uuids))));
        wanted.clear();
    }

    void made(String uuid, Object entity) {
        made.computeIfAbsent(uuid, u -> new ArrayList<>(1)).add(entity);
    }

    /** The record of that UUID that this request has made, if it has. */
    Optional<Object> madeFor(ReferenceElement reference, String uuid) {
        return made.getOrDefault(uuid, List.of()).stream()
                .filter(reference.javaType()::isInstance)
                .findFirst();
    }

    Object find(ReferenceElement reference, String uuid, Place place) {
        return madeFor(reference, uuid).orElseGet(() -> {
            var key = keys.getOrDefault(reference, Map.of()).get(uuid);
            if (key == null) {
                throw place.unknownReference(reference.target(), uuid, isAnnounced(reference, uuid));
            }
            return entities.getReference(reference.javaType(), key);
        });
    }

    /** Which of the UUIDs name a record of that type already. */
    Collection<String> present(RecordShape shape, Collection<String> uuids) {
        return keysOf(new ReferenceElement(shape.name(), shape.javaType()), new ArrayList<>(uuids))
                .keySet();
    }

    private boolean isAnnounced(ReferenceElement reference, String uuid) {
        return announced.getOrDefault(uuid, List.of()).stream().anyMatch(reference.javaType()::isAssignableFrom);
    }

    private Map<String, Object> keysOf(ReferenceElement reference, List<String> uuids) {
        var path = shapes.shapeOf(entities, reference.javaType()).uuidPath();
        var query = "select e." + path + ", id(e) from " + reference.target() + " e where e." + path + " in (:uuids)";
        var found = new HashMap<String, Object>();
        for (int from = 0; from < uuids.size(); from += CHUNK) {
            entities.createQuery(query, Object[].class)
                    .setParameter("uuids", uuids.subList(from, Math.min(from + CHUNK, uuids.size())))
                    .getResultList()
                    .forEach(row -> found.put((String) row[0], row[1]));
        }
        return found;
    }
}
