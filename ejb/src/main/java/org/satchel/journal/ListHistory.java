package org.satchel.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one record's list was after each of the revisions asked for, from the coming and going of its elements in order. */
final class ListHistory {

    private final Set<Long> wanted;
    private final TreeMap<Long, AuditedChange.Element> places = new TreeMap<>();
    private final Map<Long, List<AuditedChange.Element>> whole = new HashMap<>();

    ListHistory(Set<Long> wanted) {
        this.wanted = wanted;
    }

    /** The rows of a revision in order, those that went before those that came. */
    void add(long revision, AuditedChange.Element element) {
        var place = ((Number) element.key()).longValue();
        if (element.present()) {
            places.put(place, element);
        } else {
            places.remove(place);
        }
        if (wanted.contains(revision)) {
            whole.put(
                    revision,
                    places.values().stream()
                            .map(AuditedChange.Element::copy)
                            .collect(java.util.stream.Collectors.toCollection(ArrayList::new)));
        }
    }

    Map<Long, List<AuditedChange.Element>> whole() {
        return whole;
    }
}
