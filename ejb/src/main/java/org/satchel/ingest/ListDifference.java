package org.satchel.ingest;

import java.util.ArrayList;
import java.util.List;
import org.satchel.model.RecordCollection;
import org.satchel.rules.SlotEdit;

/** What Envers would write of a list that became another: for each place whose element changed, what went and what came. */
final class ListDifference {

    private ListDifference() {}

    static List<AuditRow.Element> between(RecordCollection collection, SlotEdit before, SlotEdit after) {
        var rows = new ArrayList<AuditRow.Element>();
        var old = before == null ? List.of() : (List<?>) before.value();
        var now = (List<?>) after.value();
        for (int place = 0; place < Math.max(old.size(), now.size()); place++) {
            var gone = place < old.size() ? (List<?>) old.get(place) : null;
            var come = place < now.size() ? (List<?>) now.get(place) : null;
            if (gone != null && !gone.equals(come)) {
                rows.add(new AuditRow.Element(collection, false, (long) place, gone.toArray()));
            }
            if (come != null && !come.equals(gone)) {
                rows.add(new AuditRow.Element(collection, true, (long) place, come.toArray()));
            }
        }
        return rows;
    }
}
