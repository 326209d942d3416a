package org.satchel.conflicts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/**
 * A slot's place in a record's JSON. Its value there is the value of the field or the whole list; the value of one entry of a map, null if it
 * is not there; for an element of a set whether it is there, true or false.
 */
record SlotPlace(String name, JsonNode key, Shape shape) {

    enum Shape {
        WHOLE,
        ENTRY,
        ELEMENT
    }

    /** Numbers are equal by value, however they are written. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };

    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }

    JsonNode read(ObjectNode record) {
        var member = record.path(name);
        return switch (shape) {
            case WHOLE -> orNull(member);
            case ENTRY -> orNull(member.path(key.asText()));
            case ELEMENT -> BooleanNode.valueOf(holds(member));
        };
    }

    /** The record's member with the slot at that value. */
    JsonNode write(ObjectNode record, JsonNode value) {
        return switch (shape) {
            case WHOLE -> value;
            case ENTRY -> entry(record.path(name), value);
            case ELEMENT -> element(record.path(name), value);
        };
    }

    private JsonNode entry(JsonNode member, JsonNode value) {
        var changed = member.isObject() ? ((ObjectNode) member).deepCopy() : JsonNodeFactory.instance.objectNode();
        if (value.isNull()) {
            changed.remove(key.asText());
        } else {
            changed.set(key.asText(), value);
        }
        return changed;
    }

    private ArrayNode element(JsonNode member, JsonNode value) {
        if (!value.isBoolean()) {
            throw ConflictRefused.wrongValue(name, "true to have the element there, or false");
        }
        var changed = JsonNodeFactory.instance.arrayNode();
        member.forEach(item -> {
            if (!same(item, key)) {
                changed.add(item);
            }
        });
        if (value.booleanValue()) {
            changed.add(key);
        }
        return changed;
    }

    private boolean holds(JsonNode member) {
        for (JsonNode item : member) {
            if (same(item, key)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? NullNode.instance : node;
    }
}
