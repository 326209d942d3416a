package org.satchel.transmission;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.satchel.ingest.Ingest;
import org.satchel.journal.Marks;
import org.satchel.rules.Sender;
import org.satchel.site.Database;

/**
 * Brings the two journals of a link together again, after a backup was restored on either side or the site got another parent.
 *
 * <p>The child walks through the parent's journal and notes which of those revisions it has. What the parent does not have counts as unsettled
 * again, is protected and goes up; what the child does not have comes down from the first such position on. No value is overwritten: the
 * rule for a parent's change (ADR 13) does the rest, and a comparison of the records finds what still differs. Each method is one
 * transaction; all may be begun again.
 */
@Stateless
@PermitAll
public class Reconciliations {

    private static final int MOST_ABANDONED = 1_000;

    @Inject
    private Database database;

    @Inject
    private Marks marks;

    @Inject
    private Ingest ingest;

    @Inject
    private Comparisons comparisons;

    /**
     * Where both go on.
     *
     * @param received the parent's position up to which the child has all
     * @param resume the child's position up to which the parent has all
     * @param resumeChain what stands for the child's journal up to there; null at 0
     * @param seen what of the parent's journal everyone has seen who made what the parent has not
     * @param head the child's last position: up to it, it may bring back what other sites made
     * @param number how many reconciliations of the two there were, this one included
     */
    public record Resumption(long received, long resume, UUID resumeChain, long seen, long head, int number) {}

    /**
     * The parent's answer.
     *
     * @param chain what stands for its journal up to the position that the child has received; null at 0
     */
    public record Resumed(UUID chain) {}

    /** Until the journals are reconciled nothing is exchanged. */
    public void due(long parent) {
        database.update("update satchel_link set reconciled = false where id = ?", parent);
    }

    /** How many there were over a link. */
    public int number(long link) {
        return database.one(row -> row.getInt(1), "select reconciliations from satchel_link where id = ?", link)
                .orElse(0);
    }

    /** Forgets what is known of the parent's positions. */
    public void begin(long parent) {
        due(parent);
        database.update("update satchel_revision set parent_position = null");
        forgetParked(parent);
    }

    /** What is parked of a neighbour gets its place again when it comes again, if the neighbour still has it. */
    private void forgetParked(long link) {
        database.update("update satchel_parked set position = 0 where link_id = ?", link);
    }

    /**
     * Takes a part of the parent's journal.
     *
     * @param parent its link
     * @param after the position before the first of them
     * @return how many of them, from the first on, this site has without a gap
     */
    public int walk(long parent, long after, List<UUID> revisions) {
        var placed = new ArrayList<Object[]>();
        for (int i = 0; i < revisions.size(); i++) {
            placed.add(new Object[] {after + 1 + i, revisions.get(i).toString()});
        }
        database.batch("update satchel_revision set parent_position = ? where uuid = ?", placed, one -> one);
        database.batch(
                "update satchel_parked set position = ? where revision = ? and link_id = " + parent,
                placed,
                one -> one);
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

    /**
     * Where to go on after the walk.
     *
     * @param received the parent's position up to which the child has all
     * @param number which reconciliation of the two this is
     */
    public Resumption resumption(long received, int number) {
        long resume =
                number("select coalesce(min(case when parent_position is null then position end) - 1, max(position), 0)"
                        + " from satchel_revision");
        long seen = number(
                "select least(" + received + ", coalesce(min(parent_position) - 1, " + received + "))"
                        + " from satchel_revision where id > (select min(id) from satchel_revision where parent_position is null)");
        return new Resumption(
                received,
                resume,
                marks.at(resume),
                seen,
                number("select head from satchel_journal where id = 1"),
                number);
    }

    private long number(String sql) {
        return database.one(row -> row.getLong(1), sql).orElseThrow();
    }

    /** The child goes on from there: what only it has is its own now, whoever made it. */
    public void finishAtChild(long parent, Resumption from, Resumed there) {
        abandon(parent);
        database.update(
                "update satchel_revision set received_from = null where received_from = ? and parent_position is null",
                parent);
        // Seen is all of the parent's journal that stands before a revision here, as far as nothing of that came later.
        database.update(
                "update satchel_revision r join (select id, greatest(0, least(?, coalesce(min(nullif(parent_position, 0))"
                        + " over (order by id rows between 1 following and unbounded following) - 1, ?))) seen"
                        + " from satchel_revision) w on w.id = r.id set r.horizon = w.seen, r.seen = w.seen",
                from.received(),
                from.received());
        database.update(
                "update satchel_link set received_position = ?, marked_position = ?, mark = ?, acknowledged_position = ?,"
                        + " ahead_position = 0, reconciliations = ?, reconciled = true where id = ?",
                from.received(),
                from.received(),
                text(there.chain()),
                from.resume(),
                from.number(),
                parent);
        comparisons.begin(parent);
    }

    /**
     * What is here in part, or parked, and the parent has not, must not pass for it: another site may have all. So it goes to the conflict
     * list, a part at a time, and is not told further.
     */
    private void abandon(long parent) {
        var sender = Sender.parent(parent);
        ingest.abandonParked(sender);
        for (var part = inPart(); !part.isEmpty(); part = inPart()) {
            ingest.abandon(sender, part);
            database.batch("update satchel_revision set parent_position = 0 where uuid = ?", part, revision ->
                    new Object[] {revision.toString()});
        }
    }

    private List<UUID> inPart() {
        return database.query(
                row -> UUID.fromString(row.getString(1)),
                "select uuid from satchel_revision where in_part and parent_position is null order by id limit "
                        + MOST_ABANDONED);
    }

    /**
     * The parent goes on from there: what the child may have lost, or got back since, is somebody else's to it. So it is sent back, and the
     * child's people may not know of it.
     */
    public Resumed finishAtParent(long child, Resumption from) {
        database.update(
                "update satchel_revision set received_from = null where received_from = ? and (position > ? or position is null)",
                child,
                from.seen());
        database.update(
                "update satchel_revision set settles_link = null, settles_position = null where settles_link = ? and settles_position > ?",
                child,
                from.resume());
        forgetParked(child);
        database.update(
                "update satchel_link set received_position = ?, marked_position = ?, mark = ?, acknowledged_position = ?,"
                        + " ahead_position = 0, reconciliations = ?, returns_until = ? where id = ?",
                from.resume(),
                from.resume(),
                text(from.resumeChain()),
                from.received(),
                from.number(),
                from.head(),
                child);
        return new Resumed(marks.at(from.received()));
    }

    private static String text(UUID uuid) {
        return uuid == null ? null : uuid.toString();
    }
}
