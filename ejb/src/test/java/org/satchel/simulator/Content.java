package org.satchel.simulator;

import java.util.List;
import org.satchel.change.Operation;
import org.satchel.rules.SlotEdit;

/** What a revision did to a record, as the journal keeps it. */
record Content(Key record, Operation operation, List<SlotEdit> slots) {

    Content {
        slots = List.copyOf(slots);
    }
}
