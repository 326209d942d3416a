package org.satchel.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.rules.Edit;
import org.satchel.rules.NotApplicable;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;

/**
 * Change sets as edits of this site's records: names checked against the mapping, values against their columns, UUIDs turned into what a
 * reference holds here.
 */
final class Translation {

    private final EntityModel model;
    private final KnownRecords known;
    private final Map<SlotEdit, List<AuditRow.Element>> elementRows = new IdentityHashMap<>();

    Translation(EntityModel model, KnownRecords known) {
        this.model = model;
        this.known = known;
    }

    /** What came and went, for the audit table, with an edit of an element that this translated. */
    List<AuditRow.Element> elementRows(SlotEdit edit) {
        return elementRows.getOrDefault(edit, List.of());
    }

    List<Edit> edits(ChangeSet changeSet) throws NotApplicable {
        var coming = new HashSet<RecordId>();
        for (Change change : changeSet.changes()) {
            if (change.operation() == Operation.ADDED) {
                coming.add(RecordId.of(typeOf(change), change.uuid()));
                known.state(typeOf(change), change.uuid());
            }
        }
        var edits = new ArrayList<Edit>();
        for (Change change : changeSet.changes()) {
            edits.add(edit(change, coming));
        }
        return edits;
    }

    /** The slots that a change of this site's own names. */
    Set<Slot> slotsOf(Change change) {
        try {
            var state = known.state(typeOf(change), change.uuid());
            return slots(change, state, Set.of()).stream().map(SlotEdit::slot).collect(Collectors.toSet());
        } catch (NotApplicable e) {
            throw new IllegalStateException("this site restated what it does not know itself", e);
        }
    }

    private Edit edit(Change change, Set<RecordId> coming) throws NotApplicable {
        var state = known.state(typeOf(change), change.uuid());
        if (change.operation() == Operation.ADDED) {
            lendKey(change, state, coming);
        }
        return new Edit(state, change.operation(), slots(change, state, coming));
    }

    private List<SlotEdit> slots(Change change, RecordState state, Set<RecordId> coming) throws NotApplicable {
        var type = state.recordType();
        var slots = new ArrayList<SlotEdit>();
        switch (change.operation()) {
            case ADDED -> {
                requireKnown(type, change);
                everyField(state.slots(), change, coming, slots);
                everyList(state.slots(), change, slots);
                elements(state.slots(), change, coming, slots);
            }
            case MODIFIED -> {
                requireKnown(type, change);
                for (var entry : change.fields().entrySet()) {
                    int index = state.slots().indexOf(entry.getKey());
                    slots.add(SlotEdit.put(
                            state.slots().field(index),
                            local(type, type.fields().get(index), entry.getValue(), coming)));
                }
                elements(state.slots(), change, coming, slots);
            }
            case DELETED -> {
                // A deletion says nothing of slots.
            }
        }
        return slots;
    }

    private RecordType typeOf(Change change) throws NotApplicable {
        return model.find(change.type())
                .filter(RecordType::concrete)
                .orElseThrow(() -> new NotApplicable("this site has no type " + change.type()
                        + "; install the version or module that brings it, then retry"));
    }

    private void lendKey(Change change, RecordState state, Set<RecordId> coming) {
        var lender = state.recordType().uuidLender();
        if (lender.isPresent() && (!state.hasKey() || state.key() instanceof Missing)) {
            state.giveKey(known.reference(model.type(lender.get()), change.uuid(), coming));
        }
    }

    private static void requireKnown(RecordType type, Change change) throws NotApplicable {
        for (String name : change.fields().keySet()) {
            requireKnown(type, name, type.indexOfField(name));
        }
        for (String name : change.elements().keySet()) {
            requireKnown(type, name, type.indexOfCollection(name));
        }
    }

    private static void requireKnown(RecordType type, String name, int index) throws NotApplicable {
        if (index < 0) {
            throw new NotApplicable(type.name() + "." + name
                    + " is unknown here; upgrade this site to the sender's version, then retry");
        }
    }

    private void everyField(Slots slots, Change change, Set<RecordId> coming, List<SlotEdit> out) throws NotApplicable {
        var type = slots.type();
        for (int i = 0; i < type.fields().size(); i++) {
            var field = type.fields().get(i);
            var value = local(type, field, change.fields().get(field.name()), coming);
            if (value == null && !field.nullable()) {
                throw new NotApplicable(
                        type.name() + "." + field.name() + " must not be empty, and the sender sent none");
            }
            out.add(SlotEdit.put(slots.field(i), value));
        }
    }

    private static void everyList(Slots slots, Change change, List<SlotEdit> out) {
        for (RecordCollection collection : slots.type().collections()) {
            if (collection.list() && !change.elements().containsKey(collection.name())) {
                out.add(SlotEdit.put(Slot.whole(collection.name()), List.of()));
            }
        }
    }

    private void elements(Slots slots, Change change, Set<RecordId> coming, List<SlotEdit> out) throws NotApplicable {
        for (var entry : change.elements().entrySet()) {
            var collection = slots.collection(entry.getKey());
            if (collection.list()) {
                var all = new ArrayList<List<Object>>();
                for (ElementChange element : entry.getValue()) {
                    all.add(parts(slots.type(), collection, element, coming));
                }
                out.add(SlotEdit.put(Slot.whole(collection.name()), all));
            } else {
                elements(slots.type(), collection, entry.getValue(), coming, out);
            }
        }
    }

    /** What is put again after it was taken, such as a map's changed entry, is one edit of one slot. */
    private void elements(
            RecordType type,
            RecordCollection collection,
            List<ElementChange> elements,
            Set<RecordId> coming,
            List<SlotEdit> out)
            throws NotApplicable {
        var edits = new LinkedHashMap<Slot, SlotEdit>();
        var rows = new LinkedHashMap<Slot, List<AuditRow.Element>>();
        for (ElementChange element : elements) {
            var key =
                    collection.key().isPresent() ? local(type, collection.key().get(), element.key(), coming) : null;
            var parts = parts(type, collection, element, coming);
            var slot = Slots.element(collection, key, parts);
            edits.remove(slot);
            edits.put(slot, element.present() ? SlotEdit.put(slot, parts) : SlotEdit.take(slot));
            rows.computeIfAbsent(slot, s -> new ArrayList<>(1))
                    .add(new AuditRow.Element(collection, element.present(), key, parts.toArray()));
        }
        edits.forEach((slot, edit) -> {
            out.add(edit);
            elementRows.put(edit, rows.get(slot));
        });
    }

    private List<Object> parts(
            RecordType type, RecordCollection collection, ElementChange element, Set<RecordId> coming)
            throws NotApplicable {
        var parts = new ArrayList<Object>();
        for (Field field : collection.elements()) {
            parts.add(local(type, field, part(type, collection, field, element.value()), coming));
        }
        return parts;
    }

    private static Object part(RecordType type, RecordCollection collection, Field field, Object value)
            throws NotApplicable {
        if (!collection.embeddable()) {
            return value;
        }
        if (value instanceof Map<?, ?> parts) {
            return parts.get(field.name());
        }
        throw new NotApplicable(type.name() + "." + collection.name()
                + " needs elements of several parts, and the sender sent one value");
    }

    /** The wire value as it stands in this site's columns. */
    private Object local(RecordType type, Field field, Object value, Set<RecordId> coming) throws NotApplicable {
        if (value == null) {
            return null;
        }
        if (field.isReference()) {
            return known.reference(model.type(field.target().get()), value.toString(), coming);
        }
        if (!field.kind().accepts(value)) {
            throw new NotApplicable(type.name() + "." + field.name() + " takes "
                    + field.kind().name().toLowerCase(Locale.ROOT) + ", and the sender sent something else");
        }
        if (value instanceof String text) {
            checkText(type, field, text);
        }
        return field.kind().canonical(value);
    }

    private static void checkText(RecordType type, Field field, String text) throws NotApplicable {
        if (field.length() > 0
                && text.length() > field.length()
                && text.codePointCount(0, text.length()) > field.length()) {
            throw new NotApplicable(type.name() + "." + field.name() + " takes " + field.length()
                    + " characters, and the sender sent more");
        }
        if (!field.names().isEmpty() && !field.names().contains(text)) {
            throw new NotApplicable(type.name() + "." + field.name() + " takes one of "
                    + String.join(", ", field.names().stream().sorted().toList())
                    + ", and the sender sent another name; upgrade this site, then retry");
        }
    }
}
