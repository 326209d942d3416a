package org.satchel.conflicts;

import org.satchel.site.PageRange;

/**
 * Which conflicts to show. A filter that is null lets everything pass.
 *
 * @param type the record's entity name
 * @param uuid the record
 */
public record ConflictQuery(ConflictState state, String type, String uuid, PageRange range) {

    public ConflictQuery {
        type = blankToNull(type);
        uuid = blankToNull(uuid);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
