package org.satchel.records;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Hibernate;
import org.satchel.records.Element.ReferenceElement;

/** The UUIDs of the records that some records refer to: one query for each referred type, and no record loaded for it. */
final class ReferenceNames {

    private static final int CHUNK = 2_000;

    private final EntityManager entities;
    private final RecordShapes shapes;
    private final PersistenceUnitUtil keys;
    private final Map<ReferenceElement, Map<Object, String>> uuids = new HashMap<>();

    ReferenceNames(EntityManager entities, RecordShapes shapes) {
        this.entities = entities;
        this.shapes = shapes;
        this.keys = entities.getEntityManagerFactory().getPersistenceUnitUtil();
    }

    /** Looks up all that these records, unproxied, refer to. */
    ReferenceNames load(Collection<?> records) {
        var wanted = new HashMap<ReferenceElement, Set<Object>>();
        for (var entity : records) {
            shapes.shapeOf(entities, entity.getClass())
                    .members()
                    .values()
                    .forEach(member -> member.eachReferred(entity, (reference, referred) -> wanted.computeIfAbsent(
                                    reference, r -> new LinkedHashSet<>())
                            .add(keys.getIdentifier(referred))));
        }
        wanted.forEach((reference, ids) -> uuids.put(reference, uuidsOf(reference, new ArrayList<>(ids))));
        return this;
    }

    String uuid(ReferenceElement reference, Object referred) {
        return uuids.get(reference).get(keys.getIdentifier(referred));
    }

    private Map<Object, String> uuidsOf(ReferenceElement reference, List<Object> ids) {
        var shape = shapes.shapeOf(entities, reference.javaType());
        return shape.simpleKey() ? queried(reference, shape, ids) : loaded(reference, shape, ids);
    }

    private Map<Object, String> queried(ReferenceElement reference, RecordShape shape, List<Object> ids) {
        var query = "select id(e), e." + shape.uuidPath() + " from " + reference.target() + " e where id(e) in (:ids)";
        var found = new HashMap<Object, String>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            entities.createQuery(query, Object[].class)
                    .setParameter("ids", ids.subList(from, Math.min(from + CHUNK, ids.size())))
                    .getResultList()
                    .forEach(row -> found.put(row[0], (String) row[1]));
        }
        return found;
    }

    /** Not every database compares rows of several columns with a list, so records with a composite key are loaded. */
    private Map<Object, String> loaded(ReferenceElement reference, RecordShape shape, List<Object> ids) {
        var found = new HashMap<Object, String>();
        ids.forEach(id -> found.put(
                id, (String) shape.uuid().orElseThrow().get(Hibernate.unproxy(entities.find(reference.javaType(), id)))));
        return found;
    }
}
