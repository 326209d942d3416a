package org.satchel.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.IllformedLocaleException;
import java.util.function.Function;

/**
 * How values of one Java type stand in JSON.
 *
 * @param expected what a reader is told to give, such as "an ISO 8601 date such as 2026-03-31"
 * @param read makes the value; throws as its parser does, or answers null, if the node is not one
 * @param write the value in JSON
 * @param parse makes the value from the text of a search criterion; likewise
 */
record Codec(
        String expected,
        Function<JsonNode, Object> read,
        Function<Object, JsonNode> write,
        Function<String, Object> parse) {

    Object read(JsonNode node, Place place) {
        try {
            var value = read.apply(node);
            if (value != null) {
                return value;
            }
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | IllformedLocaleException e) {
            // Each parser throws its own; the refusal below says what is expected.
        }
        throw place.wrongValue(node, expected);
    }

    Object parse(String text, Place place) {
        try {
            var value = parse.apply(text);
            if (value != null) {
                return value;
            }
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | IllformedLocaleException e) {
            // As above.
        }
        throw place.unusable("does not take the text given.", "Give " + expected + ".");
    }
}
