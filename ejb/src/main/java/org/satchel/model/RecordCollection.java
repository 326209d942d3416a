package org.satchel.model;

import java.util.List;
import java.util.Optional;

/**
 * A collection that its record owns: a set, bag or list of values, embeddables or references, or a map of them.
 *
 * @param name the property's name
 * @param table the table that holds the elements
 * @param auditTable its audit table, with one row for an element that came and one for an element that went
 * @param ownerColumn the column that holds the owner's key
 * @param key the map's key or the list's index; its wire value stands in {@code ElementChange.key}
 * @param elements the element's columns: one for a value or a reference, several for an embeddable
 * @param list whether the key is a place: a list travels whole, for a place means nothing alone
 * @param embeddable whether the element's wire value is a map by field name
 * @param ordinal whether the audit table numbers equal elements of one revision (Envers' SETORDINAL)
 * @param level which of the type's tables holds the modified flag, counted from the root
 * @param modifiedFlag the audit column of the owner that says whether a revision changed the collection
 */
public record RecordCollection(
        String name,
        String table,
        String auditTable,
        String ownerColumn,
        Optional<Field> key,
        List<Field> elements,
        boolean list,
        boolean embeddable,
        boolean ordinal,
        int level,
        String modifiedFlag) {

    /** There is one instance of a collection: comparing its whole mapping would cost more than the work it is compared for. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
