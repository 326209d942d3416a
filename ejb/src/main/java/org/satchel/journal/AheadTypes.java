package org.satchel.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.satchel.change.Change;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.rules.Ahead;

/** What changes refer to and which unique values they take, by the model. */
final class AheadTypes implements Ahead.Types {

    /** Takes one reference. */
    interface Visitor {
        void reference(String type, String uuid);
    }

    private final EntityModel model;

    AheadTypes(EntityModel model) {
        this.model = model;
    }

    @Override
    public Set<String> references(Change change) {
        var uuids = new HashSet<String>();
        forEachReference(change, (type, uuid) -> uuids.add(uuid));
        return uuids;
    }

    @Override
    public Optional<String> unique(Change change) {
        var type = model.type(change.type());
        boolean touches = type.uniqueKeys().stream()
                .flatMap(List::stream)
                .anyMatch(field -> change.operation() == Operation.DELETED
                        || change.fields().containsKey(type.fields().get(field).name()));
        return touches ? Optional.of(type.root()) : Optional.empty();
    }

    void forEachReference(Change change, Visitor visitor) {
        var type = model.type(change.type());
        type.uuidLender().ifPresent(lender -> visitor.reference(lender, change.uuid()));
        type.fields().forEach(field -> visit(field, change.fields().get(field.name()), visitor));
        type.collections().forEach(collection -> visit(type, collection, change, visitor));
    }

    private static void visit(RecordType type, RecordCollection collection, Change change, Visitor visitor) {
        for (ElementChange element : change.elements().getOrDefault(collection.name(), List.of())) {
            collection.key().ifPresent(key -> visit(key, element.key(), visitor));
            if (element.value() instanceof Map<?, ?> parts) {
                collection.elements().forEach(field -> visit(field, parts.get(field.name()), visitor));
            } else {
                visit(collection.elements().get(0), element.value(), visitor);
            }
        }
    }

    private static void visit(Field field, Object value, Visitor visitor) {
        if (value instanceof String uuid) {
            field.target().ifPresent(target -> visitor.reference(target, uuid));
        }
    }
}
