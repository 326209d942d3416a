package org.satchel.rules;

import java.util.Objects;

/**
 * A part of a record that changes as one, so that two changes meet exactly if they name the same slot: a field, a list as a whole, an entry
 * of a map, an element of a set.
 *
 * @param name the field's or collection's name
 * @param key the map's key or the set's element; null for a field and for a list. Compared by {@code equals}
 */
public record Slot(String name, Object key) {

    public Slot {
        Objects.requireNonNull(name, "name");
    }

    public static Slot whole(String name) {
        return new Slot(name, null);
    }

    /** Whether it is a field or a list, which every record of the type has; an element may not be there. */
    public boolean isWhole() {
        return key == null;
    }
}
