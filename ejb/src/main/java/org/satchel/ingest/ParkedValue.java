package org.satchel.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.satchel.change.Change;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;

/**
 * One field of a record in a parked change set, for whoever may replace what it holds.
 *
 * @param kind how its value stands
 * @param reference whether it is the UUID of another record, as a text
 * @param sent whether the sender sent a value, which may be null
 * @param value a wire value, see {@link Change}
 */
public record ParkedValue(String field, ValueKind kind, boolean reference, boolean sent, Object value) {

    /** What was sent, and then the other fields that this site has. */
    static List<ParkedValue> of(Change change, EntityModel model) {
        var all = new ArrayList<ParkedValue>();
        change.fields().forEach((field, value) -> {
            var known = Replacement.field(model, change.type(), field);
            var kind = known.map(ParkedValue::kind).orElseGet(() -> kind(value));
            all.add(new ParkedValue(
                    field, kind, known.filter(Field::isReference).isPresent(), true, value));
        });
        model.find(change.type()).map(RecordType::fields).orElse(List.of()).stream()
                .filter(field -> !change.fields().containsKey(field.name()))
                .map(field -> new ParkedValue(field.name(), kind(field), field.isReference(), false, null))
                .forEach(all::add);
        return all;
    }

    static ValueKind kind(Field field) {
        return field.isReference() ? ValueKind.TEXT : field.kind();
    }

    private static ValueKind kind(Object value) {
        if (value instanceof Boolean) {
            return ValueKind.BOOLEAN;
        }
        if (value instanceof Long) {
            return ValueKind.INTEGER;
        }
        return value instanceof BigDecimal ? ValueKind.DECIMAL : ValueKind.TEXT;
    }

    /** The value as a person reads it: empty for null. */
    public String text() {
        return Optional.ofNullable(value)
                .map(held -> held instanceof BigDecimal number ? number.toPlainString() : held.toString())
                .orElse("");
    }

    /** What a person typed as a wire value: nothing is null, and what is not of the kind stays a text, to be refused. */
    public Object read(String typed) {
        var text = typed.replace("\r\n", "\n");
        if (text.equals(text().replace("\r\n", "\n"))) {
            return value;
        }
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case BOOLEAN -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            case INTEGER, DECIMAL, FLOATING -> number(text);
            case TEXT, DATE, TIME, DATE_TIME, BYTES -> text;
        };
    }

    private Object number(String text) {
        try {
            var number = new BigDecimal(text.strip());
            return kind == ValueKind.INTEGER ? (Object) number.longValueExact() : number;
        } catch (ArithmeticException | NumberFormatException e) {
            return text;
        }
    }
}
