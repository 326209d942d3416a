package org.satchel.transmission;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.satchel.site.Database;

/**
 * How often this site still compares its records with its parent's: a few times after a reconciliation, or when a person asks, until nothing
 * differs. What differs after the last time would differ for ever, and is for people to look at. Joins the caller's transaction.
 */
@Stateless
@PermitAll
public class Comparisons {

    /** Enough for what one round brings to let the next one's be applied. */
    static final int MOST = 5;

    private static final String QUIET =
            "not exists (select 1 from satchel_parked p where p.link_id = satchel_link.id) and not exists"
                    + " (select 1 from satchel_revision r where r.parent_position is null and r.changes > 0)";

    @Inject
    private Database database;

    /** How many are left; 0 if none is due. The first is made at once, the others when nothing is undecided: only then can all be equal. */
    public int due(long parent) {
        return database.one(
                        row -> row.getInt(1),
                        "select comparisons_left from satchel_link where id = ? and (comparisons_left = " + MOST
                                + " or " + QUIET + ")",
                        parent)
                .orElse(0);
    }

    /** Whether nothing of this site waits for the parent's decision, and nothing of the parent's is parked. */
    public boolean isQuiet(long parent) {
        return database.one(row -> 1, "select 1 from satchel_link where id = ? and " + QUIET, parent)
                .isPresent();
    }

    public void ask(long parent) {
        database.update("update satchel_link set comparisons_left = " + MOST + " where id = ?", parent);
    }

    /**
     * One comparison is done.
     *
     * @param before how many were left when it began; if there are more now, somebody has asked again and gets them all
     * @param left how many are left now
     */
    public void done(long parent, int before, int left) {
        database.update(
                "update satchel_link set comparisons_left = ? where id = ? and comparisons_left <= ?",
                left,
                parent,
                before);
    }
}
