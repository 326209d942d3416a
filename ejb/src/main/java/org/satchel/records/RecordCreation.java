package org.satchel.records;

import jakarta.persistence.EntityManager;
import jakarta.validation.ValidatorFactory;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the records of one batch, in its order, with one look-up for each referred type. */
final class RecordCreation {

    private final EntityManager entities;
    private final References references;
    private final RecordStamps.Stamper stamper;
    private final Validation validation;

    RecordCreation(
            EntityManager entities, RecordShapes shapes, ValidatorFactory validators, RecordStamps.Stamper stamper) {
        this.entities = entities;
        this.references = new References(entities, shapes);
        this.stamper = stamper;
        this.validation = new Validation(validators);
    }

    /** Persists and flushes them all; answers the entities. */
    List<Object> create(List<Draft> drafts) {
        refuseTwins(drafts);
        drafts.forEach(draft -> draft.eachReference(references::want));
        references.load();
        var made = drafts.stream().map(this::make).toList();
        validation.refuseInvalid();
        persist(drafts, made);
        return made;
    }

    private void refuseTwins(List<Draft> drafts) {
        var byShape = new LinkedHashMap<RecordShape, Map<String, Draft>>();
        for (var draft : drafts) {
            references.announce(draft.shape().javaType(), draft.uuid());
            if (byShape.computeIfAbsent(draft.shape(), s -> new LinkedHashMap<>())
                            .put(draft.uuid(), draft)
                    != null) {
                throw draft.place().exists(draft.uuid());
            }
        }
        byShape.forEach((shape, all) -> references.present(shape, all.keySet()).stream()
                .findFirst()
                .ifPresent(uuid -> {
                    throw all.get(uuid).place().exists(uuid);
                }));
    }

    private Object make(Draft draft) {
        Object entity = Property.make(draft.shape().constructor());
        draft.shape().uuid().ifPresent(uuid -> uuid.set(entity, draft.uuid()));
        draft.applyTo(entity, references);
        stamper.created(entity);
        if (!validation.isEnough()) {
            validation.check(entity, draft.place());
        }
        references.made(draft.uuid(), entity);
        return entity;
    }

    private void persist(List<Draft> drafts, List<Object> made) {
        var batch = new InsertLevels();
        for (int i = 0; i < drafts.size(); i++) {
            Set<Object> referred = Collections.newSetFromMap(new IdentityHashMap<>());
            drafts.get(i)
                    .eachReference((reference, uuid) ->
                            references.madeFor(reference, uuid).ifPresent(referred::add));
            batch.add(made.get(i), referred);
        }
        batch.levels().forEach(level -> {
            level.forEach(entities::persist);
            entities.flush();
        });
    }
}
