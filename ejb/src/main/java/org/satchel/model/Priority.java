package org.satchel.model;

/** Whether records of a type are sent ahead of others when a backlog is long, see {@link SentAhead}. */
public enum Priority {
    /** In their place. */
    NONE,
    /** Ahead, if their revision changes a record that is {@link #AHEAD}. */
    ALONG,
    /** Ahead. */
    AHEAD;

    static Priority of(Class<?> entity) {
        var mark = entity.getAnnotation(SentAhead.class);
        if (mark == null) {
            return NONE;
        }
        return mark.alone() ? AHEAD : ALONG;
    }
}
