package org.satchel.rules;

import java.util.List;
import org.satchel.change.Operation;

/**
 * A change as the rules see it: which record, what happened, and what it makes of which slots.
 *
 * @param slots ADDED: every whole slot of the type and the elements it has; MODIFIED: what changed; DELETED: none
 */
public record Edit(Row row, Operation operation, List<SlotEdit> slots) {

    public Edit {
        slots = List.copyOf(slots);
    }
}
