package org.satchel.conflicts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * The values of one conflict, for whoever may see records. In the form of a record's JSON; for an element of a set true or false, that is,
 * whether the element is there.
 *
 * @param key the map's key or the set's element; null for a field or list
 * @param lost the value that gave way
 * @param stands the value that stood when it was noted
 * @param current what the record holds now; null if the record is not here
 * @param hidden whether the property is one that is never shown, such as a password's hash: then the values are null
 */
public record ConflictValues(JsonNode key, JsonNode lost, JsonNode stands, JsonNode current, boolean hidden) {

    /** In which form a person gives the result. */
    public enum Form {
        TEXT,
        NUMBER,
        TRUTH,
        /** JSON. */
        DOCUMENT
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    public boolean isRecordHere() {
        return current != null;
    }

    /** By the values that there are; a text if all are null. */
    public Form form() {
        return known().filter(value -> !value.isNull())
                .findFirst()
                .map(ConflictValues::form)
                .orElse(Form.TEXT);
    }

    /** The value as a person reads it: empty for null. */
    public String text(JsonNode value) {
        return value == null || value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toPrettyString();
    }

    /**
     * What a person typed as the result.
     *
     * @throws ConflictRefused if it is not of this slot's form
     */
    public JsonNode parse(String slot, String typed) {
        var text = typed.replace("\r\n", "\n");
        return known().filter(value -> text(value).replace("\r\n", "\n").equals(text))
                .findFirst()
                .orElseGet(() -> text.isEmpty() ? NullNode.instance : read(slot, text));
    }

    private JsonNode read(String slot, String text) {
        try {
            return switch (form()) {
                case TEXT -> TextNode.valueOf(text);
                case NUMBER -> DecimalNode.valueOf(new BigDecimal(text.strip()));
                case TRUTH -> truth(slot, text);
                case DOCUMENT -> JSON.readTree(text);
            };
        } catch (NumberFormatException e) {
            throw ConflictRefused.wrongValue(slot, "a number, with a point before the decimals");
        } catch (JsonProcessingException e) {
            throw ConflictRefused.wrongValue(slot, "JSON of the same form as the values beside it");
        }
    }

    private static JsonNode truth(String slot, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw ConflictRefused.wrongValue(slot, "true or false");
        }
        return BooleanNode.valueOf(text.equals("true"));
    }

    private Stream<JsonNode> known() {
        return Stream.of(current, lost, stands).filter(value -> value != null);
    }

    private static Form form(JsonNode value) {
        if (value.isTextual()) {
            return Form.TEXT;
        }
        if (value.isNumber()) {
            return Form.NUMBER;
        }
        return value.isBoolean() ? Form.TRUTH : Form.DOCUMENT;
    }

    static JsonNode readJson(String json) {
        try {
            return json == null ? NullNode.instance : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of a conflict is no JSON", e);
        }
    }
}
