package org.satchel.ingest;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.satchel.rules.RecordName;
import org.satchel.rules.Sender;
import org.satchel.site.Database;

/**
 * Records that a parent is to tell again, because a person here has skipped what it sent, or because they differ. They are asked for with the
 * next exchange; the answer is a revision of the parent's like any other.
 */
@Stateless
@PermitAll
public class Restatements {

    /** So many records are asked for, and told, at a time. */
    public static final int MOST = 1_000;

    @Inject
    private Database database;

    @Inject
    private Applier applier;

    /** What is to be asked of the parent, the oldest first, at most {@link #MOST}. */
    public List<RecordName> wanted(long parent) {
        return database.query(
                row -> new RecordName(row.getString("type"), row.getString("uuid")),
                "select type, uuid from satchel_wanted where link_id = ? order by id limit " + MOST,
                parent);
    }

    /**
     * Notes records that differ from the parent's. What this site has changed and the parent has not decided about is left out: it will
     * be decided by the ordinary way, and a restatement before would make a conflict of it, or even delete what is new here. So is what a parked
     * change set of the parent's touches: a restatement would only wait behind it. In a transaction of its own.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void want(long parent, List<RecordName> records) {
        if (!records.isEmpty()) {
            DatabaseFailure.run(() -> applier.want(Sender.parent(parent), records));
        }
    }

    /**
     * Those of the records that are here although no revision tells of them. A comparison that nobody asked for leaves them alone. In a
     * transaction of its own.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Set<RecordName> unrecorded(List<RecordName> records) {
        return records.isEmpty() ? Set.of() : DatabaseFailure.ask(() -> applier.unrecorded(records));
    }

    /** They have been asked for. */
    public void asked(long parent, List<RecordName> records) {
        database.batch("delete from satchel_wanted where link_id = ? and type = ? and uuid = ?", records, record ->
                new Object[] {parent, record.type(), record.uuid()});
    }

    /** Tells a child these records again, as this site has them. A transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void tell(long child, List<RecordName> records) {
        if (!records.isEmpty()) {
            DatabaseFailure.run(() -> applier.restate(Sender.child(child), records));
        }
    }
}
