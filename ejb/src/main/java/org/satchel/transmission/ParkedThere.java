package org.satchel.transmission;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.satchel.rules.ParkedNotice;
import org.satchel.site.Database;

/** This site's revisions that a neighbour has parked or rejected, as the neighbour said last. Joins the caller's transaction. */
@Stateless
@PermitAll
public class ParkedThere {

    @Inject
    private Database database;

    /** Whether the neighbour has said that something waits there, so that it is worth asking again. */
    public boolean isAnythingWaiting(long link) {
        return database.one(
                        row -> 1,
                        "select 1 from satchel_parked_there where link_id = ? and state <> 'REJECTED' limit 1",
                        link)
                .isPresent();
    }

    /** Takes the neighbour's whole word: what it names no more is applied; what was rejected stays so. */
    public void take(long link, List<ParkedNotice> notices) {
        database.update("delete from satchel_parked_there where link_id = ? and state <> 'REJECTED'", link);
        database.batch(
                "insert into satchel_parked_there (link_id, revision, state, reason, attempts) values (?, ?, ?, ?, ?)"
                        + " on duplicate key update state = values(state), reason = values(reason), attempts = values(attempts)",
                notices,
                notice -> new Object[] {
                    link,
                    notice.revision().toString(),
                    notice.state().name(),
                    shortened(notice.reason()),
                    notice.attempts()
                });
    }

    private static String shortened(String reason) {
        return reason.length() <= 1_000 ? reason : reason.substring(0, 1_000);
    }

    static ParkedNotice read(ResultSet row) throws SQLException {
        return new ParkedNotice(
                UUID.fromString(row.getString("revision")),
                ParkedNotice.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"));
    }
}
