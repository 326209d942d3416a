package org.satchel.journal;

import java.util.Map;
import java.util.TreeMap;
import org.satchel.model.Priority;

/**
 * What waits for a neighbour, told apart as conditions on {@code satchel_revision r}: what may go ahead by its types, and what stays in line.
 *
 * @param after the position up to which the neighbour has all
 * @param looked what is not after it stays in line
 * @param priorities by type name
 */
record Backlog(long neighbour, long after, long looked, Map<String, Priority> priorities) {

    Backlog {
        priorities = new TreeMap<>(priorities);
    }

    /** What the neighbour is to have of the journal after a position. */
    static String waiting(long neighbour, long after) {
        return "r.position > " + after + " and (r.received_from is null or r.received_from <> " + neighbour
                + ") and r.changes > 0";
    }

    String candidates() {
        return waiting(neighbour, Math.max(after, looked)) + " and " + byTypes();
    }

    String inLine() {
        return waiting(neighbour, after) + " and not (r.position > " + looked + " and " + byTypes() + ")";
    }

    /** What is told again is left out: it follows what it answers. */
    private String byTypes() {
        var any = names(Priority.AHEAD, Priority.ALONG);
        var needed = names(Priority.AHEAD);
        return needed.isEmpty()
                ? "false"
                : "r.restated is null and r.types rlike '^(" + any + ")(,(" + any + "))*$' and r.types rlike '(^|,)("
                        + needed + ")(,|$)'";
    }

    /** An entity may be called anything; what is no letter or digit stands for any character. */
    private String names(Priority... wanted) {
        var names = new StringBuilder();
        priorities.forEach((name, priority) -> {
            if (java.util.List.of(wanted).contains(priority)) {
                names.append(names.isEmpty() ? "" : "|").append(name.replaceAll("[^A-Za-z0-9_]", "."));
            }
        });
        return names.toString();
    }
}
