package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
        return database.one(
                        row -> new ThisSite(
                                UUID.fromString(row.getString("uuid")),
                                UUID.fromString(row.getString("incarnation")),
                                row.getString("name")),
                        "select uuid, incarnation, name from satchel_site where id = 1")
                .orElseThrow();
    }
}
