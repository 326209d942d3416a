package org.satchel.ingest;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.rules.RecordName;

/**
 * Another value for one field of a parked change set.
 *
 * @param record one that the change set adds or modifies
 * @param value a wire value, see {@link Change}
 */
record Replacement(RecordName record, String field, Object value) {

    private static final int MOST_NAMED = 10;

    /**
     * The change set with the other value.
     *
     * @throws ReplacementRefused if it could never be applied with it
     */
    ChangeSet in(ChangeSet changeSet, EntityModel model) {
        var replaced = change(changeSet, record).orElseThrow(() -> noSuchRecord(changeSet));
        var known = field(model, record.type(), field);
        if (known.isEmpty() && !replaced.fields().containsKey(field)) {
            throw new ReplacementRefused(
                    record.type() + " has no field of the name given, neither in the change set nor at this site.",
                    "Use the name of a field; what is in a collection cannot be replaced.");
        }
        known.ifPresent(this::requireKind);
        return changeSet.with(changeSet.changes().stream()
                .map(change -> change == replaced ? with(change) : change)
                .toList());
    }

    /** What the change set does to the record, if that leaves it with values. */
    static Optional<Change> change(ChangeSet changeSet, RecordName record) {
        return changeSet.changes().stream()
                .filter(change -> change.operation() != Operation.DELETED)
                .filter(change -> RecordName.of(change).equals(record))
                .findFirst();
    }

    /** The field as this site has it. */
    static Optional<Field> field(EntityModel model, String type, String field) {
        return model.find(type).flatMap(found -> found.fields().stream()
                .filter(one -> one.name().equals(field))
                .findFirst());
    }

    private void requireKind(Field known) {
        var kind = ParkedValue.kind(known);
        if (!kind.accepts(value)) {
            throw new ReplacementRefused(
                    record.type() + "." + field + " takes no such value.",
                    switch (kind) {
                        case TEXT -> known.isReference() ? "Give the UUID of a record." : "Give a text.";
                        case BOOLEAN -> "Give true or false.";
                        case INTEGER -> "Give a whole number.";
                        case DECIMAL, FLOATING -> "Give a number, with a point before the decimals.";
                        case DATE -> "Give a date such as 2026-11-25.";
                        case TIME -> "Give a time such as 14:30:00.";
                        case DATE_TIME -> "Give a date and time such as 2026-11-25T14:30:00.";
                        case BYTES -> "Give Base64.";
                    });
        }
    }

    private ReplacementRefused noSuchRecord(ChangeSet changeSet) {
        var names = changeSet.changes().stream()
                .filter(change -> change.operation() != Operation.DELETED)
                .map(change -> change.type() + " " + change.uuid())
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return new ReplacementRefused(
                "The change set gives no value to a record of that type and UUID.",
                names.isEmpty() ? "It only deletes." : "It gives values to " + names + ".");
    }

    private Change with(Change change) {
        var fields = new LinkedHashMap<>(change.fields());
        fields.put(field, value);
        return new Change(change.type(), change.uuid(), change.operation(), fields, change.elements());
    }
}
