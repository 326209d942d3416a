package org.satchel.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;
import org.satchel.records.Element.ReferenceElement;

/** A member of a record's JSON and the property behind it. */
sealed interface RecordMember permits SingleMember, CollectionMember, MapMember {

    /** Its name in JSON and in search criteria; {@code owner.part} within an embeddable. */
    String name();

    /** Whether it is part of the record's key, which stays what it was at creation. */
    boolean key();

    /** Whether it is taken but never shown, such as a password's hash. */
    boolean hidden();

    /** Sets the property from JSON; null clears it. Answers whether that changed it. */
    boolean read(JsonNode node, Object owner, Place place, References references);

    JsonNode write(Object owner, ReferenceNames names);

    /** Tells the references that the JSON names; for a missing node none. */
    void eachReference(JsonNode node, Place place, BiConsumer<ReferenceElement, String> sink);

    /** Tells the records that the owner refers to. */
    void eachReferred(Object owner, BiConsumer<ReferenceElement, Object> sink);

    /** Whether a node says that there is nothing. */
    static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }
}
