package org.satchel.rules;

/**
 * What a change makes of a slot.
 *
 * @param present false if it takes an element away; true for anything else
 * @param value what the slot holds then, in the form of the store that made it; compared by {@code equals}
 */
public record SlotEdit(Slot slot, boolean present, Object value) {

    public static SlotEdit put(Slot slot, Object value) {
        return new SlotEdit(slot, true, value);
    }

    public static SlotEdit take(Slot slot) {
        return new SlotEdit(slot, false, null);
    }
}
