package org.satchel.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;

/**
 * Folds change sets, in order, into the states of the records they touch. Pure: it reads and writes memory only, so that a batch of change
 * sets costs the database one statement per table and kind of work, and a change set that does not fit leaves no trace.
 */
final class Fold {

    private final EntityModel model;
    private final KnownRecords known;
    private final List<AuditRow> auditRows = new ArrayList<>();

    Fold(EntityModel model, KnownRecords known) {
        this.model = model;
        this.known = known;
    }

    /** What the change sets applied so far leave to be captured, in order. */
    List<AuditRow> auditRows() {
        return auditRows;
    }

    Collection<RecordState> states() {
        return known.states();
    }

    /**
     * Applies one change set whole, or not at all.
     *
     * @return whether it was applied as sent; false if a change met a record that this site has deleted
     */
    boolean apply(ChangeSet changeSet) throws NotApplicable {
        var before = new LinkedHashMap<RecordState, RecordState.Memento>();
        int rowsBefore = auditRows.size();
        boolean asSent = true;
        try {
            // References may point forward within the change set, so every record it adds exists before any field is
            // set.
            for (Change change : changeSet.changes()) {
                var state = known.state(typeOf(change), change.uuid());
                before.putIfAbsent(state, state.memento());
                if (change.operation() == Operation.ADDED && !state.exists()) {
                    state.create();
                }
            }
            for (Change change : changeSet.changes()) {
                asSent &= apply(changeSet, change);
            }
            return asSent;
        } catch (NotApplicable e) {
            before.forEach(RecordState::restore);
            auditRows.subList(rowsBefore, auditRows.size()).clear();
            throw e;
        }
    }

    private RecordType typeOf(Change change) throws NotApplicable {
        return model.find(change.type())
                .filter(RecordType::concrete)
                .orElseThrow(() -> new NotApplicable("this site has no type " + change.type()
                        + "; install the version or module that brings it, then retry"));
    }

    private boolean apply(ChangeSet changeSet, Change change) throws NotApplicable {
        var type = typeOf(change);
        var state = known.state(type, change.uuid());
        if (!state.exists()) {
            if (change.operation() == Operation.MODIFIED && !known.wasDeleted(state)) {
                throw new NotApplicable(
                        change.type() + " " + change.uuid() + " does not exist here; it waits for its creation");
            }
            return change.operation() == Operation.DELETED;
        }
        var changed = new BitSet();
        if (change.operation() == Operation.DELETED) {
            auditRows.add(
                    new AuditRow(changeSet.revision(), state, Operation.DELETED, state.snapshot(), changed, List.of()));
            state.delete();
            return true;
        }
        setFields(type, change, state, changed);
        if (change.operation() == Operation.ADDED) {
            complete(type, change, state);
        }
        auditRows.add(new AuditRow(
                changeSet.revision(), state, change.operation(), state.snapshot(), changed, elements(type, change)));
        return true;
    }

    private void setFields(RecordType type, Change change, RecordState state, BitSet changed) throws NotApplicable {
        for (var entry : change.fields().entrySet()) {
            int index = type.indexOfField(entry.getKey());
            if (index < 0) {
                throw new NotApplicable(type.name() + "." + entry.getKey()
                        + " is unknown here; upgrade this site to the sender's version, then retry");
            }
            state.set(index, local(type, type.fields().get(index), entry.getValue()));
            changed.set(index);
        }
    }

    /** Gives a new record its key where it is lent, and checks that nothing it needs is missing. */
    private void complete(RecordType type, Change change, RecordState state) throws NotApplicable {
        if (type.uuidLender().isPresent() && !state.hasKey()) {
            state.giveKey(local(type, type.key().get(0), change.uuid()));
        }
        for (int i = 0; i < type.fields().size(); i++) {
            if (state.reference(i) == null && !type.fields().get(i).nullable()) {
                throw new NotApplicable(type.name() + "." + type.fields().get(i).name()
                        + " must not be empty, and the sender sent none");
            }
        }
    }

    private List<AuditRow.Element> elements(RecordType type, Change change) throws NotApplicable {
        var elements = new ArrayList<AuditRow.Element>();
        for (var entry : change.elements().entrySet()) {
            int index = type.indexOfCollection(entry.getKey());
            if (index < 0) {
                throw new NotApplicable(type.name() + "." + entry.getKey()
                        + " is unknown here; upgrade this site to the sender's version, then retry");
            }
            for (ElementChange element : entry.getValue()) {
                elements.add(element(type, type.collections().get(index), element));
            }
        }
        return elements;
    }

    private AuditRow.Element element(RecordType type, RecordCollection collection, ElementChange element)
            throws NotApplicable {
        var key = collection.key().isPresent() ? local(type, collection.key().get(), element.key()) : null;
        var parts = new Object[collection.elements().size()];
        for (int i = 0; i < parts.length; i++) {
            var field = collection.elements().get(i);
            parts[i] = local(type, field, part(type, collection, field, element.value()));
        }
        return new AuditRow.Element(collection, element.present(), key, parts);
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
    private Object local(RecordType type, Field field, Object value) throws NotApplicable {
        if (value == null) {
            return null;
        }
        if (field.isReference()) {
            return known.reference(model.type(field.target().get()), value)
                    .orElseThrow(() -> new NotApplicable(type.name() + "." + field.name() + " refers to a "
                            + field.target().get() + " that does not exist here; it waits for its creation"));
        }
        if (!field.kind().accepts(value)) {
            throw new NotApplicable(type.name() + "." + field.name() + " takes "
                    + field.kind().name().toLowerCase(java.util.Locale.ROOT) + ", and the sender sent something else");
        }
        if (value instanceof String text) {
            checkText(type, field, text);
        }
        return value;
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
                    + String.join(
                            ", ", Arrays.asList(field.names().stream().sorted().toArray(String[]::new)))
                    + ", and the sender sent another name; upgrade this site, then retry");
        }
    }
}
