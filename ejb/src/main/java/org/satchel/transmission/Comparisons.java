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

    @Inject
    private Database database;

    /** How many comparisons are due, one in each exchange; 0 if none is. */
    public int left(long parent) {
        return database.one(row -> row.getInt(1), "select comparisons_left from satchel_link where id = ?", parent)
                .orElse(0);
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
