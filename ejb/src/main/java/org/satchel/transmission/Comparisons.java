package org.satchel.transmission;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.satchel.site.Database;

/**
 * How often this site still compares its records with its parent's: a few times after a reconciliation, or when a person asks, until nothing
 * differs. What differs after the last time would differ for ever, and is for people to look at. Joins the caller's transaction.
 */
@Stateless
@PermitAll
public class Comparisons {

    /** Enough for what one round brings to let the next one's be applied. */
    private static final int MOST = 5;

    private static final String QUIET =
            "not exists (select 1 from satchel_parked p where p.link_id = satchel_link.id) and not exists"
                    + " (select 1 from satchel_revision r where r.parent_position is null and r.changes > 0)";

    @Inject
    private Database database;

    /**
     * A round that is due.
     *
     * @param comparison which comparison it belongs to
     * @param left how many rounds of it are left, this one included
     * @param asked whether a person has asked for it, and so takes the parent's word for everything
     */
    public record Round(int comparison, int left, boolean asked) {

        public boolean isFirst() {
            return left == MOST;
        }
    }

    /** The first round is made at once, the others when nothing is undecided: only then can all be equal. */
    public Optional<Round> due(long parent) {
        return database.one(
                row -> new Round(row.getInt(1), row.getInt(2), row.getBoolean(3)),
                "select comparison, comparisons_left, comparison_asked from satchel_link where id = ?"
                        + " and comparisons_left > 0 and (comparisons_left = " + MOST + " or " + QUIET + ")"
                        + " and (comparison_not_before is null or comparison_not_before <= now(3))",
                parent);
    }

    /** Whether nothing of this site waits for the parent's decision, and nothing of the parent's is parked. */
    public boolean isQuiet(long parent) {
        return database.one(row -> 1, "select 1 from satchel_link where id = ? and " + QUIET, parent)
                .isPresent();
    }

    /** A person asks for all rounds, also while others are made. */
    public void ask(long parent) {
        begin(parent, "true");
    }

    /** After a reconciliation. What a person has asked for, and did not get yet, stays asked for. */
    public void begin(long parent) {
        begin(parent, "comparison_asked and comparisons_left > 0");
    }

    private void begin(long parent, String asked) {
        database.update(
                "update satchel_link set comparison_asked = " + asked + ", comparison = comparison + 1,"
                        + " comparisons_left = " + MOST + ", comparison_not_before = null where id = ?",
                parent);
    }

    /**
     * A round is done; if another comparison has begun meanwhile, it is none of its rounds.
     *
     * @param left how many are left now
     */
    public void done(long parent, Round round, int left) {
        database.update(
                "update satchel_link set comparisons_left = ?, comparison_not_before = null where id = ? and comparison = ?",
                left,
                parent,
                round.comparison());
    }

    /**
     * The parent cannot compare; it is asked again after a while.
     *
     * @return whether that was not known
     */
    public boolean postpone(long parent) {
        boolean fresh = database.one(
                        row -> 1, "select 1 from satchel_link where id = ? and comparison_not_before is null", parent)
                .isPresent();
        database.update(
                "update satchel_link set comparison_not_before = now(3) + interval 10 minute where id = ?", parent);
        return fresh;
    }
}
