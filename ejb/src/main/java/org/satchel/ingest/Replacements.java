package org.satchel.ingest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.UUID;
import org.satchel.model.EntityModels;
import org.satchel.site.Database;
import org.satchel.wire.ChangeSetJson;

/** Replaces values of what is parked; what was there before is kept with who replaced it, and why. */
@Dependent
class Replacements {

    @Inject
    private Database database;

    @Inject
    private EntityModels models;

    @Inject
    private InstantSource clock;

    /** Nothing happens if the change set no longer is parked. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void replace(UUID revision, Replacement replacement, String account, String reason) {
        // Locked, so that of two people who replace values of one change set neither undoes the other's.
        var parked = database.one(
                row -> ChangeSetJson.read(row.getString("change_set")),
                "select change_set from satchel_parked where revision = ? for update",
                revision.toString());
        parked.ifPresent(before -> {
            var after = replacement.in(before, models.current());
            database.update(
                    "insert into satchel_replaced"
                            + " (revision, change_set, type, uuid, field, replaced_at, replaced_by, reason)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    revision.toString(),
                    ChangeSetJson.write(before),
                    replacement.record().type(),
                    replacement.record().uuid(),
                    replacement.field(),
                    Timestamp.from(clock.instant()),
                    account,
                    Parking.shortened(reason));
            database.update(
                    "update satchel_parked set change_set = ? where revision = ?",
                    ChangeSetJson.write(after),
                    revision.toString());
        });
    }
}
