package org.satchel.rules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.satchel.change.ChangeSet;

/**
 * One site's store within one transaction, as far as the rules need it. What a batch of change sets touches has been loaded, and locked,
 * when it is handed to {@link Intake}; what the rules decide is in the database when the transaction commits, or none of it.
 */
public interface Workspace {

    /** Whether this site has the revision, however it came: a change set may arrive twice, and on two ways. */
    boolean isKnown(UUID revision);

    /** Whether it came over this link: then the sender hears of it in its place of the journal. */
    boolean cameFrom(Sender from, UUID revision);

    /**
     * Why the revision is parked here; empty if it is not. If it comes from the parent, who has decided about it, it matters only if it is
     * parked as the parent's: another copy of it gives way.
     */
    Optional<String> parkedFor(Sender from, UUID revision);

    /** The parked revision of the same sender that must come before this change set, because both change a record. */
    Optional<UUID> waitsFor(Sender from, ChangeSet changeSet);

    /** The change set's changes in this store's form. A reference to what does not exist here is no error yet, see {@link #missing}. */
    List<Edit> edits(ChangeSet changeSet) throws NotApplicable;

    /** The record of that name; empty if this site has no such type. */
    Optional<Row> row(String type, String uuid);

    ClassRule rule(String type);

    /** UUIDs of some records that exist and refer to this one, which does not. */
    List<String> referrers(Row deleted);

    /** A UUID that the record refers to although no such record exists. */
    Optional<String> missing(Row row);

    /** Which records have a unique value that the edit has just given to its row. */
    List<Clash> clashes(Edit edit);

    /** A value that nobody else has and that still tells what it stands for; empty if the slot takes none. */
    Optional<SlotEdit> substitute(Row row, Slot slot);

    /** A new revision's identity. */
    UUID newRevision();

    /**
     * Writes a merged change set: its revision with what was applied, the conflicts, and, as revisions of this site that follow it, what is
     * restated and what was displaced. Without a position it is nobody's but this site's: its sender has forgotten it.
     */
    void take(Sender from, ChangeSet changeSet, Merged merged);

    /** Answers a child's change set that this site had already: the restatement settles it. */
    void answer(Sender from, ChangeSet changeSet, Merged merged);

    /** Writes what is restated, as a revision of this site that answers no particular change set, and conflicts. */
    void tell(Merged merged);

    /** Keeps a change set aside. */
    void park(Sender from, ChangeSet changeSet, NotApplicable why);

    /** A change set that is parked has come again, perhaps at another position, since its sender has another life. */
    void parkedAgain(Sender from, ChangeSet changeSet);

    /** The records that this site's copy of a revision changed: it may be less than its sender's. */
    List<RecordName> changedBy(UUID revision);

    /** The parent is to tell these records again. */
    void want(Collection<RecordName> records);

    /**
     * The parent has this site's revision at that position.
     *
     * @return whether that is new
     */
    boolean settle(UUID revision, long parentPosition);
}
