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

    /** What became of another's revision is told even if nothing of it stands here: who has it by another way hears it so. */
    static final String TELLS =
            "(r.changes > 0 or r.received_from is not null or r.origin <> (select uuid from satchel_site where id = 1))";

    Backlog {
        priorities = new TreeMap<>(priorities);
    }

    /** The parent gets what it has not decided about, each other neighbour what did not come from it. */
    static String waiting(long neighbour, long after) {
        return "r.position > " + after + " and " + isOfOthers(neighbour) + " and " + TELLS
                + " and (r.parent_position is null or not " + isParent(neighbour) + ")";
    }

    private static String isOfOthers(long neighbour) {
        return "(r.received_from is null or r.received_from <> " + neighbour + ")";
    }

    private static String isParent(long link) {
        return "exists (select 1 from satchel_link l where l.id = " + link + " and l.role = 'PARENT')";
    }

    String candidates() {
        return waiting(neighbour, Math.max(after, looked)) + " and " + byTypes();
    }

    /** What stays in line, and what a child itself has sent, which is not settled there yet. */
    String inLine() {
        return "(" + waiting(neighbour, after) + " and not (r.position > " + looked + " and " + byTypes() + ")"
                + " or r.position > " + after + " and not " + isOfOthers(neighbour) + " and not " + isParent(neighbour)
                + ")";
    }

    /** What stays in line and is news to the neighbour. */
    String newsInLine() {
        return inLine() + " and " + isOfOthers(neighbour);
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
