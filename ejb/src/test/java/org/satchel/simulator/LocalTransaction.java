package org.satchel.simulator;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.rules.SlotEdit;

/**
 * A transaction of the application: begun, with its number taken and its records locked, and not yet committed.
 *
 * @param seen the parent's position that its author has seen
 * @param bases what each edited slot held before, in the order of the contents' slots; for a deletion all that the record held
 */
record LocalTransaction(long number, UUID revision, long seen, List<Content> contents, List<List<SlotEdit>> bases) {

    Set<String> locked() {
        return contents.stream().map(content -> content.record().uuid()).collect(Collectors.toSet());
    }
}
