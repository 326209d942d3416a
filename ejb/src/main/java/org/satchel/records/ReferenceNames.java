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

    /** The key is a single column: the engine refuses references to others when it starts. */
    private Map<Object, String> uuidsOf(ReferenceElement reference, List<Object> ids) {
        var shape = shapes.shapeOf(entities, reference.javaType());
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
}
