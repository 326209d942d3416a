package org.satchel.model;

import java.util.Optional;
import java.util.Set;

/**
 * One column of a record that travels: a value, or a reference to another record.
 *
 * @param name the property's name, embedded ones as {@code owner.part}
 * @param column the column, of the same name in the table and its audit table
 * @param kind how the column's own value stands; for a reference, the kind of the referenced key
 * @param target for a reference, the name of the type it refers to; its wire value is that record's UUID
 * @param nullable whether the table takes null
 * @param length for text, the most characters the column takes; 0 where the mapping sets none
 * @param names for an enum held by name, the names it has; otherwise empty
 * @param modifiedFlag the audit column that says whether a revision changed it; empty for a part of the key
 */
public record Field(
        String name,
        String column,
        ValueKind kind,
        Optional<String> target,
        boolean nullable,
        int length,
        Set<String> names,
        Optional<String> modifiedFlag) {

    public boolean isReference() {
        return target.isPresent();
    }
}
