package org.satchel.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import jakarta.validation.ValidatorFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.satchel.site.Uuids;

/** The records of one transaction: what {@link Records} does, without its container. */
final class RecordStore {

    private final EntityManager entities;
    private final RecordShapes shapes;
    private final ValidatorFactory validators;
    private final Uuids uuids;
    private final RecordStamps.Stamper stamper;
    private final Authority authority;

    RecordStore(
            EntityManager entities,
            RecordShapes shapes,
            ValidatorFactory validators,
            Uuids uuids,
            RecordStamps.Stamper stamper,
            Authority authority) {
        this.entities = entities;
        this.shapes = shapes;
        this.validators = validators;
        this.uuids = uuids;
        this.stamper = stamper;
        this.authority = authority;
    }

    List<RecordId> create(List<ObjectNode> batch) {
        var drafts = new DraftReader(entities, shapes, uuids).readAll(batch);
        make(drafts, Place.of("batch"));
        return drafts.stream()
                .map(draft -> new RecordId(draft.shape().name(), draft.uuid()))
                .toList();
    }

    ObjectNode create(String type, ObjectNode json) {
        var draft = new DraftReader(entities, shapes, uuids).read(type, json, Place.ALONE);
        return write(make(List.of(draft), draft.place())).get(0);
    }

    ObjectNode find(String type, String uuid) {
        return write(List.of(existing(type, uuid))).get(0);
    }

    /** Names of the type's members that are taken but never shown. */
    Set<String> hidden(String type) {
        return shapes.shape(entities, Place.of(type)).members().values().stream()
                .filter(RecordMember::hidden)
                .map(RecordMember::name)
                .collect(Collectors.toSet());
    }

    RecordPage search(String type, Map<String, String> criteria, int page, int size) {
        var place = Place.of(type);
        var search = new RecordSearch(entities, shapes, place).where(criteria, place);
        return new RecordPage(search.count(), page, size, write(search.page(page, size)));
    }

    ObjectNode change(String type, String uuid, ObjectNode json) {
        var place = Place.of(type);
        var entity = existing(type, uuid);
        var shape = shapes.shapeOf(entities, entity.getClass());
        authority.require(shape, place);
        DraftReader.checkType(json, place);
        refuseOtherUuid(json, uuid, place);
        var draft = Draft.of(json, shape, place, uuid);
        var references = new References(entities, shapes);
        draft.eachReference(references::want);
        references.load();
        var changed = draft.applyTo(entity, references);
        refuseKey(draft, changed);
        if (!changed.isEmpty()) {
            stamper.changed(entity, draft.given());
        }
        var validation = new Validation(validators);
        validation.check(entity, place);
        validation.refuseInvalid();
        flush(place);
        return write(List.of(entity)).get(0);
    }

    void delete(String type, String uuid) {
        var place = Place.of(type);
        var entity = existing(type, uuid);
        authority.require(shapes.shapeOf(entities, entity.getClass()), place);
        entities.remove(entity);
        flush(place);
    }

    private List<Object> make(List<Draft> drafts, Place place) {
        drafts.forEach(draft -> authority.require(draft.shape(), draft.place()));
        var creation = new RecordCreation(entities, shapes, validators, stamper);
        return DatabaseRefusals.translate(() -> creation.create(drafts), place);
    }

    private void flush(Place place) {
        DatabaseRefusals.translate(
                () -> {
                    entities.flush();
                    return null;
                },
                place);
    }

    private Object existing(String type, String uuid) {
        var place = Place.of(type);
        return new RecordSearch(entities, shapes, place)
                .where(Map.of(RecordShape.UUID, uuid), place).page(0, 1).stream()
                        .findFirst()
                        .orElseThrow(place::notFound);
    }

    private List<ObjectNode> write(Collection<?> records) {
        var names = new ReferenceNames(entities, shapes).load(records);
        return records.stream()
                .map(entity -> shapes.shapeOf(entities, entity.getClass()).write(entity, names))
                .toList();
    }

    private static void refuseOtherUuid(ObjectNode json, String uuid, Place place) {
        var given = json.path(RecordShape.UUID);
        if (!given.isMissingNode() && !uuid.equals(given.asText())) {
            throw place.malformed(
                    "the UUID differs from the address.", "A record keeps its UUID; leave the member out.");
        }
    }

    private static void refuseKey(Draft draft, Collection<String> changed) {
        draft.members().keySet().stream()
                .filter(member -> member.key() && changed.contains(member.name()))
                .findFirst()
                .ifPresent(member -> {
                    throw draft.place()
                            .at(member.name())
                            .unusable("is part of the key, which never changes.", "Create another record instead.");
                });
    }
}
