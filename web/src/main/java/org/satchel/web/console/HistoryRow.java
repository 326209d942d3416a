package org.satchel.web.console;

import java.util.List;
import java.util.Map;
import org.satchel.journal.RevisionSummary;
import org.satchel.rules.RevisionState;
import org.satchel.site.Link;

/**
 * A revision in the list, with how far it has come.
 *
 * @param revision the revision
 * @param neighbours how many neighbours this site has
 * @param waiting names of the neighbours that have still to get it
 */
public record HistoryRow(RevisionSummary revision, int neighbours, List<String> waiting) {

    private static final int NAMED = 3;

    static HistoryRow of(RevisionSummary revision, List<Link> links, Map<Long, RevisionState> states) {
        var waiting = links.stream()
                .filter(link -> !states.get(link.id()).isFinal())
                .map(Link::name)
                .toList();
        return new HistoryRow(revision, links.size(), waiting);
    }

    public Look look() {
        if (neighbours == 0) {
            return new Look("pi-home", "off", "where.here");
        }
        return waiting.isEmpty()
                ? new Look("pi-check-circle", "good", "where.everywhere")
                : new Look("pi-clock", "busy", "where.WAITING");
    }

    /** The first names of those that wait, as one line; null if none does. */
    public String waitingNames() {
        return waiting.isEmpty() ? null : firstOf(waiting);
    }

    /** The first types that it touched, as one line. */
    public String types() {
        return firstOf(revision.types());
    }

    private static String firstOf(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + " +" + (names.size() - NAMED) : first;
    }
}
