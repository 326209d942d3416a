package org.satchel.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.satchel.records.Element.ReferenceElement;

/**
 * A set, bag or list of values, references or embeddables.
 *
 * @param empty makes the collection where the entity has none yet
 */
record CollectionMember(
        String name, Property property, Element element, Supplier<Collection<Object>> empty, boolean hidden)
        implements RecordMember {

    @Override
    public boolean key() {
        return false;
    }

    @Override
    public boolean read(JsonNode node, Object owner, Place place, References references) {
        var values = new ArrayList<Object>();
        if (!node.isNull()) {
            array(node, place).forEach(item -> values.add(element.read(item, place, references)));
        }
        var collection = collection(owner);
        var wanted = empty.get();
        wanted.addAll(values);
        if (isSame(collection, wanted)) {
            return false;
        }
        collection.clear();
        collection.addAll(wanted);
        return true;
    }

    @Override
    public JsonNode write(Object owner, ReferenceNames names) {
        var array = JsonNodeFactory.instance.arrayNode();
        each(owner, value -> array.add(Element.orNull(value, element, names)));
        return array;
    }

    @Override
    public void eachReference(JsonNode node, Place place, BiConsumer<ReferenceElement, String> sink) {
        if (!RecordMember.isNothing(node)) {
            array(node, place).forEach(item -> element.eachReference(item, place, sink));
        }
    }

    @Override
    public void eachReferred(Object owner, BiConsumer<ReferenceElement, Object> sink) {
        each(owner, value -> element.eachReferred(value, sink));
    }

    private void each(Object owner, Consumer<Object> sink) {
        if (property.get(owner) instanceof Collection<?> values) {
            values.forEach(value -> {
                if (value != null) {
                    sink.accept(value);
                }
            });
        }
    }

    @SuppressWarnings("unchecked")
    private Collection<Object> collection(Object owner) {
        if (property.get(owner) == null) {
            property.set(owner, empty.get());
        }
        return (Collection<Object>) property.get(owner);
    }

    /** Hibernate's collections compare by content only if they stand for sets and lists. */
    private static boolean isSame(Collection<Object> before, Collection<Object> after) {
        return after instanceof List
                ? new ArrayList<>(before).equals(after)
                : before.size() == after.size() && before.containsAll(after);
    }

    private static JsonNode array(JsonNode node, Place place) {
        if (!node.isArray()) {
            throw place.wrongValue(node, "an array");
        }
        return node;
    }
}
