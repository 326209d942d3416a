package org.satchel.journal;

import java.util.UUID;

/**
 * Which part of the history to show. A filter that is null or blank lets everything pass.
 *
 * @param author exactly this account
 * @param type revisions that changed a record of this type (its entity name), among others
 * @param origin revisions made at this site
 * @param first how many of the newest revisions to leave out, from 0
 * @param size how many to return, 1 to {@value #MOST}
 */
public record HistoryQuery(String author, String type, UUID origin, int first, int size) {

    /** The most revisions that one page holds. */
    public static final int MOST = 500;

    public HistoryQuery {
        author = blankToNull(author);
        type = blankToNull(type);
        if (first < 0) {
            throw new IllegalArgumentException("first counts from 0, not " + first);
        }
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("size is 1 to " + MOST + ", not " + size);
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
