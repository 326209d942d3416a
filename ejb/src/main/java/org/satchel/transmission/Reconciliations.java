package org.satchel.transmission;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.satchel.site.Database;

/**
 * Brings the two journals of a link together again, after a backup was restored on either side or the site got another parent.
 *
 * <p>The child walks through the parent's journal and notes which of those revisions it has. What the parent does not have counts as unsettled
 * again, is protected and goes up; what the child does not have comes down from the first such position on. No value is compared and nothing
 * is overwritten: the rule for a parent's change (ADR 13) does the rest. Each method is one transaction; all may be begun again.
 */
@Stateless
@PermitAll
public class Reconciliations {

    @Inject
    private Database database;

    /**
     * Where both go on.
     *
     * @param received the parent's position up to which the child has all
     * @param receivedRevision the parent's revision there; null at 0
     * @param resume the child's position up to which the parent has all
     * @param resumeRevision the child's revision there; null at 0
     * @param head the child's last position: up to it, it may bring back what other sites made
     */
    public record Resumption(long received, UUID receivedRevision, long resume, UUID resumeRevision, long head) {}

    /** Forgets what is known of the parent's positions. Until it is finished, nothing is exchanged. */
    public void begin(long parent) {
        database.update("update satchel_link set reconciled = false where id = ?", parent);
        database.update("update satchel_revision set parent_position = null");
    }

    /**
     * Takes a part of the parent's journal.
     *
     * @param after the position before the first of them
     * @return how many of them, from the first on, this site has without a gap
     */
    public int walk(long after, List<UUID> revisions) {
        var placed = new ArrayList<Object[]>();
        for (int i = 0; i < revisions.size(); i++) {
            placed.add(new Object[] {after + 1 + i, revisions.get(i).toString()});
        }
        database.batch("update satchel_revision set parent_position = ? where uuid = ?", placed, one -> one);
        var here = new HashSet<>(database.query(
                row -> row.getLong(1),
                "select parent_position from satchel_revision where parent_position > ? and parent_position <= ?",
                after,
                after + revisions.size()));
        int first = 0;
        while (first < revisions.size() && here.contains(after + 1 + first)) {
            first++;
        }
        return first;
    }

    /** Where to go on after the walk, if the child has all up to that position of the parent. */
    public Resumption resumption(long received) {
        long last = database.one(
                        row -> row.getLong(1),
                        "select coalesce(min(case when parent_position is null then position end) - 1, max(position), 0)"
                                + " from satchel_revision")
                .orElse(0L);
        return new Resumption(received, uuid("parent_position", received), last, uuid("position", last), head());
    }

    private long head() {
        return database.one(row -> row.getLong(1), "select head from satchel_journal where id = 1")
                .orElse(0L);
    }

    private UUID uuid(String column, long position) {
        return database.one(
                        row -> UUID.fromString(row.getString(1)),
                        "select uuid from satchel_revision where " + column + " = ?",
                        position)
                .orElse(null);
    }

    private static String text(UUID uuid) {
        return uuid == null ? null : uuid.toString();
    }

    /** The child goes on from there: what only it has is its own now, whoever made it. */
    public void finishAtChild(long parent, Resumption from) {
        database.update(
                "update satchel_revision set received_from = null where received_from = ? and parent_position is null",
                parent);
        // What was seen is told in the parent's positions: as far as this site had followed it when the revision came.
        database.update(
                "update satchel_revision r join (select id, max(case when received_from = ? and parent_position <= ?"
                        + " then parent_position end) over (order by id) horizon from satchel_revision) w on w.id = r.id"
                        + " set r.horizon = coalesce(w.horizon, 0), r.seen = coalesce(w.horizon, 0)",
                parent,
                from.received());
        // What the parent sent and was parked comes again, at the position that it has now.
        database.update("delete from satchel_parked where link_id = ?", parent);
        database.update(
                "update satchel_link set received_position = ?, received_revision = ?, acknowledged_position = ?,"
                        + " reconciled = true, comparisons_left = " + Comparisons.MOST + " where id = ?",
                from.received(),
                text(from.receivedRevision()),
                from.resume(),
                parent);
    }

    /** The parent goes on from there: what the child may have lost is somebody else's to it, and so it is sent back. */
    public void finishAtParent(long child, Resumption from) {
        database.update(
                "update satchel_revision set received_from = null where received_from = ? and (position > ? or position is null)",
                child,
                from.received());
        database.update(
                "update satchel_revision set settles_link = null, settles_position = null where settles_link = ? and settles_position > ?",
                child,
                from.resume());
        database.update(
                "update satchel_link set received_position = ?, received_revision = ?, acknowledged_position = ?,"
                        + " returns_until = ? where id = ?",
                from.resume(),
                text(from.resumeRevision()),
                from.received(),
                from.head(),
                child);
    }
}
