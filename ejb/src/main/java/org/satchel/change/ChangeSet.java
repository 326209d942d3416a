package org.satchel.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A revision as it travels: all that one committed transaction changed.
 *
 * @param position the sender's position of this revision, from 1; 0 if it has none (any more)
 * @param seen the receiver's position that the author had seen, from 0; without meaning when a parent sends to its child
 * @param revision the revision's UUID, the same at every site
 * @param origin the site where the transaction ran
 * @param author the account that made it
 * @param at when it was made, by the clock of the origin; for people only, never for a decision
 * @param changes the changes, at most one for a record
 * @param extra members of the wire form that this version does not know, kept so that they travel on
 */
public record ChangeSet(
        long position,
        long seen,
        UUID revision,
        UUID origin,
        String author,
        Instant at,
        List<Change> changes,
        Map<String, Object> extra) {

    public ChangeSet {
        if (position < 0) {
            throw new IllegalArgumentException("a position is from 0, not " + position);
        }
        if (seen < 0) {
            throw new IllegalArgumentException("a seen position is from 0, not " + seen);
        }
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(at, "at");
        changes = List.copyOf(changes);
        extra = Map.copyOf(extra);
    }

    /** Whether whoever sent it has forgotten it since, with a lost database, so that it has no position there. */
    public boolean isForgotten() {
        return position == 0;
    }

    /** The same with other changes. */
    public ChangeSet with(List<Change> otherChanges) {
        return new ChangeSet(position, seen, revision, origin, author, at, otherChanges, extra);
    }

    /** The same at another position. */
    public ChangeSet at(long otherPosition) {
        return new ChangeSet(otherPosition, seen, revision, origin, author, at, changes, extra);
    }
}
