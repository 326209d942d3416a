package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;

/** The one row of {@code satchel_site}. */
@Dependent
class SiteIdentity {

    @Inject
    private Database database;

    @Inject
    private Uuids uuids;

    @Inject
    private SiteSettings settings;

    /** The insert is ignored if the row is there or if another node is faster; the read then finds the winner's. */
    @Transactional(TxType.REQUIRES_NEW)
    ThisSite readOrMake() {
        database.update(
                "insert ignore into satchel_site (id, uuid, incarnation, name) values (1, ?, ?, ?)",
                uuids.next().toString(),
                uuids.next().toString(),
                settings.name());
        return read();
    }

    /** All neighbours have to reconcile with it. @param life the incarnation that is over; if another node was faster, it has begun already */
    @Transactional(TxType.REQUIRES_NEW)
    ThisSite renew(UUID life) {
        database.update("update satchel_link set reconciled = false where role = 'PARENT'");
        database.update(
                "update satchel_site set previous_incarnation = incarnation, incarnation = ? where id = 1 and incarnation = ?",
                uuids.next().toString(),
                life.toString());
        return read();
    }

    /** Another site from now on: its unsettled revisions are the new site's. */
    @Transactional(TxType.REQUIRES_NEW)
    ThisSite replace(UUID before, String name) {
        var fresh = uuids.next().toString();
        database.update(
                "update satchel_revision set origin = ? where origin = ? and parent_position is null",
                fresh,
                before.toString());
        database.update(
                "update satchel_site set uuid = ?, previous_incarnation = null, incarnation = ?, name = ? where id = 1 and uuid = ?",
                fresh,
                uuids.next().toString(),
                name,
                before.toString());
        return read();
    }

    private ThisSite read() {
        return database.one(
                        row -> new ThisSite(
                                UUID.fromString(row.getString("uuid")),
                                UUID.fromString(row.getString("incarnation")),
                                Optional.ofNullable(row.getString("previous_incarnation"))
                                        .map(UUID::fromString)
                                        .orElse(null),
                                row.getString("name")),
                        "select * from satchel_site where id = 1")
                .orElseThrow();
    }
}
