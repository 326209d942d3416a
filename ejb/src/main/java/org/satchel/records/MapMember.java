package org.satchel.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.satchel.records.Element.ReferenceElement;

/** A map of basic keys to values, references or embeddables: a JSON object. */
record MapMember(String name, Property property, Codec keys, Element element, boolean hidden) implements RecordMember {

    @Override
    public boolean key() {
        return false;
    }

    @Override
    public boolean read(JsonNode node, Object owner, Place place, References references) {
        var wanted = new HashMap<Object, Object>();
        if (!node.isNull()) {
            object(node, place)
                    .fields()
                    .forEachRemaining(entry -> wanted.put(
                            keys.parse(entry.getKey(), place), element.read(entry.getValue(), place, references)));
        }
        var map = map(owner);
        if (wanted.equals(new HashMap<>(map))) {
            return false;
        }
        map.keySet().retainAll(wanted.keySet());
        map.putAll(wanted);
        return true;
    }

    @Override
    public JsonNode write(Object owner, ReferenceNames names) {
        var sorted = new TreeMap<String, JsonNode>();
        map(owner)
                .forEach((key, value) ->
                        sorted.put(keys.write().apply(key).asText(), Element.orNull(value, element, names)));
        return JsonNodeFactory.instance.objectNode().setAll(sorted);
    }

    @Override
    public void eachReference(JsonNode node, Place place, BiConsumer<ReferenceElement, String> sink) {
        if (!RecordMember.isNothing(node)) {
            object(node, place).forEach(value -> element.eachReference(value, place, sink));
        }
    }

    @Override
    public void eachReferred(Object owner, BiConsumer<ReferenceElement, Object> sink) {
        map(owner).values().forEach(value -> element.eachReferred(value, sink));
    }

    @SuppressWarnings("unchecked")
    private Map<Object, Object> map(Object owner) {
        if (property.get(owner) == null) {
            property.set(owner, new HashMap<>());
        }
        return (Map<Object, Object>) property.get(owner);
    }

    private static JsonNode object(JsonNode node, Place place) {
        if (!node.isObject()) {
            throw place.wrongValue(node, "an object");
        }
        return node;
    }
}
