package org.satchel.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.satchel.records.Element.ReferenceElement;

/**
 * A record's JSON, checked against its shape: every member is known.
 *
 * @param uuid the record's UUID
 * @param members the members given, in the order of the shape
 */
record Draft(Place place, RecordShape shape, String uuid, Map<RecordMember, JsonNode> members) {

    /** @param uuid null to take the one that the JSON names, which must then be there */
    static Draft of(ObjectNode json, RecordShape shape, Place place, String uuid) {
        var members = new LinkedHashMap<RecordMember, JsonNode>();
        json.fields().forEachRemaining(entry -> {
            if (!entry.getKey().equals(RecordShape.TYPE) && !entry.getKey().equals(RecordShape.UUID)) {
                members.put(shape.member(entry.getKey(), place), entry.getValue());
            }
        });
        return new Draft(place, shape, uuid, members);
    }

    void eachReference(BiConsumer<ReferenceElement, String> sink) {
        members.forEach((member, node) -> member.eachReference(node, place.at(member.name()), sink));
    }

    /** Sets the members given, and answers which of them that changed. */
    Set<String> applyTo(Object entity, References references) {
        var changed = new LinkedHashSet<String>();
        members.forEach((member, node) -> {
            if (member.read(node, entity, place.at(member.name()), references)) {
                changed.add(member.name());
            }
        });
        return changed;
    }

    Set<String> given() {
        var names = new LinkedHashSet<String>();
        members.keySet().forEach(member -> names.add(member.name()));
        return names;
    }
}
