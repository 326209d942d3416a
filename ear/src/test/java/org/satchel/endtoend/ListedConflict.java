package org.satchel.endtoend;

import java.util.List;
import org.satchel.world.Site;

/** A row of a site's conflict list; values as JSON, null for none. */
record ListedConflict(String kind, String slot, String lost, String stands, String state) {

    /** Those in the record at the site. */
    static List<ListedConflict> of(Site site, String uuid) {
        return site
                .query("select kind, slot, lost, stands, state from satchel_conflict where uuid = ? order by id", uuid)
                .stream()
                .map(row -> new ListedConflict(
                        row.get("kind"), row.get("slot"), row.get("lost"), row.get("stands"), row.get("state")))
                .toList();
    }

    /** Those in one field or collection of the record. */
    static List<ListedConflict> of(Site site, String uuid, String slot) {
        return of(site, uuid).stream()
                .filter(conflict -> slot.equals(conflict.slot()))
                .toList();
    }
}
