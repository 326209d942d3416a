package org.satchel.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A synchronised type: an audited entity whose records are known by UUID.
 *
 * @param name its JPA entity name, the name on the wire
 * @param className its entity class
 * @param root the name of the type at the top of its inheritance; its own where there is none
 * @param concrete whether records of exactly this type exist
 * @param tables its tables, the root's first
 * @param key the key's fields, in the order of the tables' key columns
 * @param generated whether the key is made locally and so never travels; otherwise it is assigned and travels as fields
 * @param uuidColumn the root table's column that holds the UUID; null if the UUID is that of the record its key refers to
 * @param discriminator for single-table inheritance, the value that marks this type
 * @param subtypes names of the types that extend it directly
 * @param fields every field that travels: those of the key unless it is generated or lent, then those of each table
 * @param collections the collections that it owns
 * @param uniqueKeys fields of which no two records have the same values, by their place in {@code fields}; the UUID is not among them
 * @param lastEdits names of the fields that only tell of the last edit, see {@link LastEdit}
 * @param priority whether its records are sent ahead when a backlog is long, as its entity says
 */
public record RecordType(
        String name,
        String className,
        String root,
        boolean concrete,
        List<TypeTable> tables,
        List<Field> key,
        boolean generated,
        String uuidColumn,
        Optional<Discriminator> discriminator,
        List<String> subtypes,
        List<Field> fields,
        List<RecordCollection> collections,
        List<List<Integer>> uniqueKeys,
        Set<String> lastEdits,
        Priority priority) {

    /** The column that tells types of one table apart, and this type's value in it. */
    public record Discriminator(String column, String value) {}

    public TypeTable rootTable() {
        return tables.get(0);
    }

    /** The type whose record lends this one its UUID, where it has none of its own. */
    public Optional<String> uuidLender() {
        return uuidColumn == null ? key.get(0).target() : Optional.empty();
    }

    /** Where the fields of that table, counted from the root, begin in {@link #fields()}. */
    public int firstField(int table) {
        int after = 0;
        for (int i = table; i < tables.size(); i++) {
            after += tables.get(i).fields().size();
        }
        return fields.size() - after;
    }

    /** There is one instance of a type: comparing its whole mapping would cost more than the work it is compared for. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Where the field of that name stands in {@link #fields()}; -1 if there is none. */
    public int indexOfField(String field) {
        return indexOf(fields, Field::name, field);
    }

    /** Where the collection of that name stands in {@link #collections()}; -1 if there is none. */
    public int indexOfCollection(String collection) {
        return indexOf(collections, RecordCollection::name, collection);
    }

    private static <T> int indexOf(List<T> all, Function<T, String> name, String wanted) {
        for (int i = 0; i < all.size(); i++) {
            if (name.apply(all.get(i)).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }
}
