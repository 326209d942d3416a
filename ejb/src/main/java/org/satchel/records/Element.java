package org.satchel.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.function.BiConsumer;

/** What one place of a property holds: a value, a reference, or the parts of an embeddable. */
sealed interface Element {

    /** The Java value of a node that is not null. */
    Object read(JsonNode node, Place place, References references);

    JsonNode write(Object value, ReferenceNames names);

    /** Tells the references that the JSON names, as type and UUID. */
    void eachReference(JsonNode node, Place place, BiConsumer<ReferenceElement, String> sink);

    /** Tells the records that the value refers to. */
    void eachReferred(Object value, BiConsumer<ReferenceElement, Object> sink);

    /** A basic value. */
    record ValueElement(Codec codec) implements Element {

        @Override
        public Object read(JsonNode node, Place place, References references) {
            return codec.read(node, place);
        }

        @Override
        public JsonNode write(Object value, ReferenceNames names) {
            return codec.write().apply(value);
        }

        @Override
        public void eachReference(JsonNode node, Place place, BiConsumer<ReferenceElement, String> sink) {
            // A value refers to nothing.
        }

        @Override
        public void eachReferred(Object value, BiConsumer<ReferenceElement, Object> sink) {
            // As above.
        }
    }

    /** A record of another type, by its UUID. */
    record ReferenceElement(String target, Class<?> javaType) implements Element {

        @Override
        public Object read(JsonNode node, Place place, References references) {
            return references.find(this, uuid(node, place), place);
        }

        @Override
        public JsonNode write(Object value, ReferenceNames names) {
            return TextNode.valueOf(names.uuid(this, value));
        }

        @Override
        public void eachReference(JsonNode node, Place place, BiConsumer<ReferenceElement, String> sink) {
            sink.accept(this, uuid(node, place));
        }

        @Override
        public void eachReferred(Object value, BiConsumer<ReferenceElement, Object> sink) {
            sink.accept(this, value);
        }

        private String uuid(JsonNode node, Place place) {
            if (!node.isTextual()) {
                throw place.wrongValue(node, "the UUID of a " + target + " as a text");
            }
            return node.textValue();
        }
    }

    /** An embeddable as an element of a collection: an object of its parts. */
    record EmbeddedElement(Constructor<?> constructor, List<RecordMember> parts) implements Element {

        @Override
        public Object read(JsonNode node, Place place, References references) {
            check(node, place);
            var value = Property.make(constructor);
            parts.stream()
                    .filter(part -> node.has(part.name()))
                    .forEach(part -> part.read(
                            node.get(part.name()), value, place.at(place.property() + "." + part.name()), references));
            return value;
        }

        @Override
        public JsonNode write(Object value, ReferenceNames names) {
            var node = JsonNodeFactory.instance.objectNode();
            parts.forEach(part -> node.set(part.name(), part.write(value, names)));
            return node;
        }

        @Override
        public void eachReference(JsonNode node, Place place, BiConsumer<ReferenceElement, String> sink) {
            check(node, place);
            parts.forEach(part -> part.eachReference(node.path(part.name()), place, sink));
        }

        @Override
        public void eachReferred(Object value, BiConsumer<ReferenceElement, Object> sink) {
            parts.forEach(part -> part.eachReferred(value, sink));
        }

        private void check(JsonNode node, Place place) {
            var names = parts.stream().map(RecordMember::name).toList();
            if (!node.isObject()) {
                throw place.wrongValue(node, "an object of " + String.join(", ", names));
            }
            node.fieldNames().forEachRemaining(name -> {
                if (!names.contains(name)) {
                    throw place.at(place.property() + "." + name).unknownProperty(names);
                }
            });
        }
    }

    static JsonNode orNull(Object value, Element element, ReferenceNames names) {
        return value == null ? NullNode.instance : element.write(value, names);
    }
}
