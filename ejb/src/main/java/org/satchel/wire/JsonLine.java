package org.satchel.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * One line being read: takes values by their type and refuses others, saying where but never what.
 */
final class JsonLine implements Closeable {

    private static final int UUID_LENGTH = 36;

    private final JsonParser parser;
    private final long number;

    JsonLine(JsonParser parser, long number) {
        this.parser = parser;
        this.number = number;
    }

    /** Something that reads a line. */
    interface Reading<T> {
        T from(JsonLine line) throws IOException;
    }

    /** Reads the whole line, and turns the library's errors, which quote, into ours, which do not. */
    static <T> T read(Json json, LineBuffer line, Reading<T> reading) throws IOException {
        try (JsonLine in = json.parse(line)) {
            T result = reading.from(in);
            in.requireEnd();
            return result;
        } catch (StreamConstraintsException e) {
            throw new WireException(WireCode.TOO_LARGE, line.number(), "a nesting, name or number exceeds the limits");
        } catch (JsonProcessingException e) {
            throw new WireException(WireCode.MALFORMED, line.number(), "no JSON " + place(e));
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : "at byte " + e.getLocation().getByteOffset();
    }

    private void requireEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw malformed("something follows the object");
        }
    }

    void startObject() throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, "an object is missing");
    }

    void startArray(String name) throws IOException {
        require(parser.nextToken() == JsonToken.START_ARRAY, name + " is no array");
    }

    /** The name of the object's next member, or null at its end. */
    String nextName() throws IOException {
        return parser.nextFieldName();
    }

    /** Takes the start of the array's next object; false at its end. */
    boolean nextObject() throws IOException {
        JsonToken token = parser.nextToken();
        require(
                token == JsonToken.START_OBJECT || token == JsonToken.END_ARRAY,
                "an array of objects holds something else");
        return token == JsonToken.START_OBJECT;
    }

    /** Takes the start of the array's next array; false at its end. */
    boolean nextArray() throws IOException {
        JsonToken token = parser.nextToken();
        require(
                token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY,
                "an array of arrays holds something else");
        return token == JsonToken.START_ARRAY;
    }

    void endArray() throws IOException {
        require(parser.nextToken() == JsonToken.END_ARRAY, "an array holds more than it should");
    }

    /** Steps to the value, which {@link Values} takes. */
    JsonToken nextToken() throws IOException {
        return parser.nextToken();
    }

    void skip() throws IOException {
        parser.nextToken();
        parser.skipChildren();
    }

    String string(String name) throws IOException {
        require(parser.nextToken() == JsonToken.VALUE_STRING, name + " is no string");
        return text();
    }

    UUID uuid(String name) throws IOException {
        String text = string(name);
        require(text.length() == UUID_LENGTH, name + " is no UUID");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw malformed(name + " is no UUID");
        }
    }

    /** A count or position: never negative. */
    long number(String name) throws IOException {
        require(parser.nextToken() == JsonToken.VALUE_NUMBER_INT && isLong(), name + " is no whole number");
        long value = parser.getLongValue();
        require(value >= 0, name + " is negative");
        return value;
    }

    boolean bool(String name) throws IOException {
        JsonToken token = parser.nextToken();
        require(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, name + " is neither true nor false");
        return token == JsonToken.VALUE_TRUE;
    }

    String text() throws IOException {
        String text = parser.getText();
        if (!Text.isWhole(text)) {
            throw new WireException(WireCode.NOT_TEXT, number, "a text holds half a character (an unpaired surrogate)");
        }
        return text;
    }

    boolean isLong() throws IOException {
        return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    long longValue() throws IOException {
        return parser.getLongValue();
    }

    BigDecimal decimal() throws IOException {
        try {
            BigDecimal value = parser.getDecimalValue();
            if (Values.isWithinLimits(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Well-formed, but beyond what a BigDecimal holds.
        }
        throw new WireException(WireCode.TOO_LARGE, number, "a number has too many digits or too large an exponent");
    }

    /** Remembers a member that may come once. */
    <T> T once(T before, T now, String name) throws WireException {
        require(before == null, name + " comes twice");
        return now;
    }

    <T> T present(T value, String name) throws WireException {
        require(value != null, name + " is missing");
        return value;
    }

    void require(boolean holds, String otherwise) throws WireException {
        if (!holds) {
            throw malformed(otherwise);
        }
    }

    WireException malformed(String what) {
        return new WireException(WireCode.MALFORMED, number, what);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
