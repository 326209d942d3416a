package org.satchel.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.satchel.records.Element.ReferenceElement;

/**
 * A value or a reference.
 *
 * @param primitive whether null does not fit
 */
record SingleMember(String name, Property property, Element element, boolean primitive, boolean key, boolean hidden)
        implements RecordMember {

    @Override
    public boolean read(JsonNode node, Object owner, Place place, References references) {
        if (node.isNull() && primitive) {
            throw place.wrongValue(node, "a value; this property is never null");
        }
        var value = node.isNull() ? null : element.read(node, place, references);
        if (isSame(property.get(owner), value)) {
            return false;
        }
        property.set(owner, value);
        return true;
    }

    @Override
    public JsonNode write(Object owner, ReferenceNames names) {
        return Element.orNull(property.get(owner), element, names);
    }

    @Override
    public void eachReference(JsonNode node, Place place, BiConsumer<ReferenceElement, String> sink) {
        if (!RecordMember.isNothing(node)) {
            element.eachReference(node, place, sink);
        }
    }

    @Override
    public void eachReferred(Object owner, BiConsumer<ReferenceElement, Object> sink) {
        var value = property.get(owner);
        if (value != null) {
            element.eachReferred(value, sink);
        }
    }

    private static boolean isSame(Object before, Object after) {
        return before instanceof byte[] old && after instanceof byte[] now
                ? Arrays.equals(old, now)
                : Objects.equals(before, after);
    }
}
