package org.satchel.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Wire values to JSON and back, without losing a digit: a number is a {@code Long} if it is written as digits alone
 * and fits, else a {@code BigDecimal}; so a whole {@code BigDecimal} is written with an exponent ({@code 5E0}).
 */
final class Values {

    private Values() {}

    static boolean isWithinLimits(BigDecimal value) {
        return Math.abs((long) value.scale()) <= Json.NUMBER_DIGITS && value.precision() <= Json.NUMBER_DIGITS;
    }

    /** Takes a wire value: the next token, which is no object and no array. */
    static Object read(JsonLine in) throws IOException {
        return scalar(in, in.nextToken());
    }

    /** Takes a collection's element: a wire value, or an object of wire values. */
    static Object readElement(JsonLine in) throws IOException {
        JsonToken token = in.nextToken();
        return token == JsonToken.START_OBJECT ? readFields(in) : scalar(in, token);
    }

    /** Takes the members of an object whose start has been read. */
    static Map<String, Object> readFields(JsonLine in) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        int count = 0;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.require(Text.isWhole(name), "a name holds half a character");
            fields.put(name, read(in));
            in.require(fields.size() == ++count, "a field comes twice");
        }
        return fields;
    }

    /** Takes whatever comes, for a member that this version does not know. */
    static Object readUnknown(JsonLine in) throws IOException {
        return unknown(in, in.nextToken());
    }

    private static Object unknown(JsonLine in, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.require(Text.isWhole(name), "a name holds half a character");
                members.put(name, readUnknown(in));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            for (JsonToken item = in.nextToken(); item != JsonToken.END_ARRAY; item = in.nextToken()) {
                items.add(unknown(in, item));
            }
            return items;
        }
        return scalar(in, token);
    }

    private static Object scalar(JsonLine in, JsonToken token) throws IOException {
        if (token == null) {
            throw in.malformed("a value is missing");
        }
        switch (token) {
            case VALUE_STRING:
                return in.text();
            case VALUE_NULL:
                return null;
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            case VALUE_NUMBER_INT:
                return in.isLong() ? (Object) in.longValue() : in.decimal();
            case VALUE_NUMBER_FLOAT:
                return in.decimal();
            default:
                throw in.malformed("a value is an object or an array where neither may stand");
        }
    }

    /** Writes a wire value, an object of them, or what {@link #readUnknown} took. */
    static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof String text) {
            out.writeString(whole(text));
        } else if (value == null) {
            out.writeNull();
        } else if (value instanceof Number number) {
            writeNumber(out, number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Map<?, ?> members) {
            writeMembers(out, members);
        } else if (value instanceof List<?> items) {
            writeItems(out, items);
        } else {
            throw new IllegalArgumentException(
                    "no wire value: " + value.getClass().getName());
        }
    }

    private static void writeNumber(JsonGenerator out, Number number) throws IOException {
        if (number instanceof Long || number instanceof Integer) {
            out.writeNumber(number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            writeDecimal(out, decimal);
        } else if (number instanceof BigInteger integer) {
            writeDecimal(out, new BigDecimal(integer));
        } else if (number instanceof Double real) {
            writeDecimal(out, BigDecimal.valueOf(real));
        } else {
            throw new IllegalArgumentException(
                    "no wire value: " + number.getClass().getName());
        }
    }

    private static void writeDecimal(JsonGenerator out, BigDecimal decimal) throws IOException {
        if (!isWithinLimits(decimal)) {
            throw new Unwritable(WireCode.TOO_LARGE, "a number has too many digits or too large an exponent");
        }
        String text = decimal.toString();
        boolean digitsAlone = text.indexOf('.') < 0 && text.indexOf('E') < 0;
        out.writeNumber(digitsAlone ? text + "E0" : text);
    }

    static void writeMembers(JsonGenerator out, Map<?, ?> members) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.writeFieldName(whole((String) member.getKey()));
            write(out, member.getValue());
        }
        out.writeEndObject();
    }

    private static void writeItems(JsonGenerator out, List<?> items) throws IOException {
        out.writeStartArray();
        for (Object item : items) {
            write(out, item);
        }
        out.writeEndArray();
    }

    /** The text, if it can be written in UTF-8. */
    static String whole(String text) throws IOException {
        if (!Text.isWhole(text)) {
            throw new Unwritable(WireCode.NOT_TEXT, "a text holds half a character (an unpaired surrogate)");
        }
        return text;
    }
}
