package org.satchel.web.console;

import org.satchel.site.PageRange;

/**
 * One page of a list and where it stands in it.
 *
 * @param number the page, from 1
 * @param size how many lines a page has
 * @param shown how many this one has
 * @param total how many there are
 */
public record Paging(int number, int size, int shown, long total) {

    /** The page that a URL names; what makes no sense there is the first. */
    static int number(String page, int size) {
        try {
            return page == null ? 1 : Math.min(Integer.MAX_VALUE / size, Math.max(1, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    static int offset(int number, int size) {
        return (number - 1) * size;
    }

    static PageRange range(int number, int size) {
        return new PageRange(offset(number, size), size);
    }

    public long first() {
        return offset(number, size) + 1L;
    }

    public long last() {
        return first() + shown - 1;
    }

    public boolean isMore() {
        return last() < total;
    }
}
