package org.satchel.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.satchel.rules.Mark;
import org.satchel.site.Database;

/** What the two sides of a link say of their journals when they meet. Joins the caller's transaction; reads only. */
@Stateless
@PermitAll
public class Marks {

    /** So many UUIDs are told at a time: 360 kB. */
    public static final int CHUNK = 10_000;

    @Inject
    private Database database;

    /** How far this site has heard of the neighbour's journal, and what stands for it up to there; null if nothing is known. */
    public Mark of(long link) {
        return database.one(
                        row -> new Mark(row.getLong(1), UUID.fromString(row.getString(2))),
                        "select marked_position, mark from satchel_link where id = ? and marked_position > 0 and mark is not null",
                        link)
                .orElse(null);
    }

    /** Whether this journal is the one that the mark was taken of. */
    public boolean fit(Mark mark) {
        return mark == null || Mark.fits(mark, at(mark.position()));
    }

    /** What stands for this journal up to a position, for the other side to remember; null at 0. */
    public UUID at(long position) {
        return database.one(
                        row -> UUID.fromString(row.getString(1)),
                        "select chain from satchel_revision where position = ? and chain is not null",
                        position)
                .orElse(null);
    }

    /** The UUIDs of the revisions after a position, in order and without a gap, at most {@link #CHUNK}. */
    public List<UUID> revisionsAfter(long position) {
        return database.query(
                row -> UUID.fromString(row.getString(1)),
                "select uuid from satchel_revision where position > ? order by position limit " + CHUNK,
                position);
    }
}
