package org.satchel.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.SortedMap;

/** The shapes of all synchronised types, read from the mapping when first asked for. */
@ApplicationScoped
class RecordShapes {

    private volatile SortedMap<String, RecordShape> shapes;

    RecordShape shape(EntityManager entities, Place place) {
        return Optional.ofNullable(all(entities).get(place.type()))
                .orElseThrow(() -> place.unknownType(all(entities).keySet()));
    }

    /** The shape of an entity that this deployment's code or mapping names. */
    RecordShape shapeOf(EntityManager entities, Class<?> entity) {
        return all(entities).get(entities.getMetamodel().entity(entity).getName());
    }

    private SortedMap<String, RecordShape> all(EntityManager entities) {
        if (shapes == null) {
            shapes = new ShapeReader(entities).read();
        }
        return shapes;
    }
}
