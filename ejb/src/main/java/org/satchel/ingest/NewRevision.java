package org.satchel.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.rules.Sender;

/**
 * A revision that ingest writes: one that came, or one that this site makes to answer it.
 *
 * @param told what its audit rows tell, for its types and its size
 * @param restated what it tells beside its audit rows
 * @param receivedFrom the link it came over; null if it is made here
 * @param parentPosition its position at the parent; null if it has not been there
 * @param settlesLink the child whose revision at {@code settlesPosition} it answers; null if none
 */
record NewRevision(
        ChangeSet head,
        List<String> told,
        List<Change> restated,
        Long receivedFrom,
        long seen,
        long horizon,
        Long parentPosition,
        Long settlesLink,
        Long settlesPosition,
        boolean inPart) {

    static final String AUTHOR = "satchel";

    /**
     * One that came.
     *
     * @param seen what its author had seen, as a position of this site's parent
     * @param horizon what this site has received of its parent once the revision is in
     * @param asSent whether all of it stands here
     */
    static NewRevision received(
            ChangeSet changeSet,
            Sender from,
            List<String> told,
            List<Change> restated,
            long seen,
            long horizon,
            boolean asSent) {
        if (from.parent()) {
            long position = changeSet.position();
            return new NewRevision(
                    changeSet, told, restated, from.link(), position, horizon, position, null, null, !asSent);
        }
        var link = changeSet.isForgotten() ? null : (Long) from.link();
        var settles = changeSet.isForgotten() ? null : (Long) changeSet.position();
        return new NewRevision(changeSet, told, restated, link, seen, horizon, null, link, settles, false);
    }

    /** @param changes what the revision tells, for its head */
    static NewRevision own(
            UUID revision, UUID site, Instant now, List<String> told, List<Change> restated, long seen, long horizon) {
        var head = new ChangeSet(1, 0, revision, site, AUTHOR, now, List.of(), java.util.Map.of());
        return new NewRevision(head, told, restated, null, seen, horizon, null, null, null, false);
    }

    NewRevision settling(Sender child, long position) {
        return new NewRevision(
                head, told, restated, receivedFrom, seen, horizon, parentPosition, child.link(), position, inPart);
    }

    UUID uuid() {
        return head.revision();
    }
}
