package org.satchel.journal;

import java.util.UUID;
import org.satchel.site.PageRange;

/**
 * Which part of the history to show. A filter that is null or blank lets everything pass.
 *
 * @param author exactly this account
 * @param type revisions that changed a record of this type (its entity name), among others
 * @param origin revisions made at this site
 * @param range counted from the newest revision
 */
public record HistoryQuery(String author, String type, UUID origin, PageRange range) {

    public HistoryQuery {
        author = blankToNull(author);
        type = blankToNull(type);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
