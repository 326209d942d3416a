package org.satchel.simulator;

import java.util.List;
import java.util.UUID;
import org.satchel.rules.Touch;

/**
 * A revision in a site's journal. Positions are 0 until they are known.
 *
 * @param number its number in the database, taken before commit
 * @param position its position here, given after commit
 * @param from the link it came over; {@link Touch#HERE} if it was made here
 * @param parentPosition where the parent has it; 0 while it is unsettled
 * @param settles the child's link whose revision it decides about; 0 for none
 * @param settled the child's position of that revision
 */
record Entry(
        long number,
        UUID revision,
        UUID origin,
        String author,
        long position,
        long from,
        long parentPosition,
        long seen,
        long horizon,
        long settles,
        long settled,
        List<Content> contents) {

    /** Where a revision came from whose link is gone. */
    static final long FORMER_LINK = -1;

    Entry {
        contents = List.copyOf(contents);
    }

    Entry at(long newPosition) {
        return new Entry(
                number,
                revision,
                origin,
                author,
                newPosition,
                from,
                parentPosition,
                seen,
                horizon,
                settles,
                settled,
                contents);
    }

    Entry atParent(long newPosition) {
        return new Entry(
                number,
                revision,
                origin,
                author,
                position,
                from,
                newPosition,
                seen,
                horizon,
                settles,
                settled,
                contents);
    }

    Entry seen(long newSeen, long newHorizon) {
        return new Entry(
                number,
                revision,
                origin,
                author,
                position,
                from,
                parentPosition,
                newSeen,
                newHorizon,
                settles,
                settled,
                contents);
    }

    /** It came over a link that this site does not have any more, or whose other end has forgotten it. */
    Entry from(long newFrom) {
        return new Entry(
                number,
                revision,
                origin,
                author,
                position,
                newFrom,
                parentPosition,
                seen,
                horizon,
                settles,
                settled,
                contents);
    }

    Entry settlesNothing() {
        return new Entry(
                number, revision, origin, author, position, from, parentPosition, seen, horizon, 0, 0, contents);
    }

    Touch touch(Content content) {
        return new Touch(
                revision,
                from,
                known(position),
                known(parentPosition),
                seen,
                content.operation(),
                content.slots().stream().map(edit -> edit.slot()).collect(java.util.stream.Collectors.toSet()));
    }

    private static long known(long position) {
        return position == 0 ? Touch.NOT_YET : position;
    }
}
