package org.satchel.site;

/**
 * Which part of a long list to read.
 *
 * @param first how many to leave out, from 0
 * @param size how many to return, 1 to {@value #MOST}
 */
public record PageRange(int first, int size) {

    /** The most that one page holds. */
    public static final int MOST = 500;

    public PageRange {
        if (first < 0) {
            throw new IllegalArgumentException("first counts from 0, not " + first);
        }
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("size is 1 to " + MOST + ", not " + size);
        }
    }
}
