package org.satchel.conflicts;

/**
 * Which conflicts to show. A filter that is null lets everything pass.
 *
 * @param type the record's entity name
 * @param uuid the record
 * @param first how many to leave out, from 0
 * @param size how many to return, 1 to {@value #MOST}
 */
public record ConflictQuery(ConflictState state, String type, String uuid, int first, int size) {

    /** The most that one page holds. */
    public static final int MOST = 500;

    public ConflictQuery {
        type = blankToNull(type);
        uuid = blankToNull(uuid);
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
