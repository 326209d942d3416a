package org.satchel.clinic;

import java.time.LocalDateTime;
import java.util.Set;

/**
 * Who does something to a record, and when.
 *
 * @param user the clinic's user
 * @param at in UTC, to the second, as the tables hold it
 * @param given properties that the caller has set and that therefore stay
 */
record Stamp(User user, LocalDateTime at, Set<String> given) {

    boolean leavesOpen(String property) {
        return !given.contains(property);
    }
}
