package org.satchel.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A synchronised type as JSON: its name, where its UUID stands, and its members by name.
 *
 * @param name the JPA entity name
 * @param javaType the entity class
 * @param uuidPath the path of its UUID in queries: its own or, where it shares another record's key, that record's
 * @param uuid its own UUID property; empty where it has none
 * @param lender the reference to the record whose UUID it shares
 * @param simpleKey whether {@code id(e)} is one column, to order by
 * @param members its members; the UUID is none of them
 */
record RecordShape(
        String name,
        Class<?> javaType,
        String uuidPath,
        Optional<Property> uuid,
        Optional<SingleMember> lender,
        boolean simpleKey,
        SortedMap<String, RecordMember> members) {

    static final String TYPE = "@type";
    static final String UUID = "uuid";

    boolean isAbstract() {
        return Modifier.isAbstract(javaType.getModifiers());
    }

    Constructor<?> constructor() {
        return Property.constructor(javaType);
    }

    RecordMember member(String member, Place place) {
        var found = members.get(member);
        if (found == null) {
            throw place.at(member).unknownProperty(members.keySet());
        }
        return found;
    }

    ObjectNode write(Object entity, ReferenceNames names) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put(TYPE, name);
        node.set(
                UUID,
                uuid.map(own -> (com.fasterxml.jackson.databind.JsonNode) TextNode.valueOf((String) own.get(entity)))
                        .orElseGet(() -> lender.orElseThrow().write(entity, names)));
        members.values().stream()
                .filter(member -> !member.hidden())
                .forEach(member -> node.set(member.name(), member.write(entity, names)));
        return node;
    }
}
