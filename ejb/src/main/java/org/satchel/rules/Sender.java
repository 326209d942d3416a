package org.satchel.rules;

/**
 * The neighbour that a change set came from.
 *
 * @param link this site's link to it
 * @param parent whether it is this site's parent, whose word stands, or a child, about whose change this site decides
 */
public record Sender(long link, boolean parent) {

    public static Sender parent(long link) {
        return new Sender(link, true);
    }

    public static Sender child(long link) {
        return new Sender(link, false);
    }
}
