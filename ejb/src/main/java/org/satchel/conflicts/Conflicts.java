package org.satchel.conflicts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.satchel.records.Records;
import org.satchel.site.Roles;

/**
 * The values that did not stand, for people: to look at, to put back, to let rest.
 *
 * <p>Who may see the state of the site sees where and whose; the values are a patient's, so only who writes records sees and decides them.
 * Reading has no transaction of its own. A decision is one transaction, and so one revision, with the record's write in it; of several
 * conflicts all are decided or none. A refusal is a {@link ConflictRefused}, or the {@link org.satchel.records.RecordRefused} of the write.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK, Roles.VIEWER})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Conflicts {

    @Inject
    private ConflictTable table;

    @Inject
    private Records records;

    @Inject
    private InstantSource clock;

    @Resource
    private SessionContext session;

    /** The newest first. */
    public ConflictPage<ConflictEntry> page(ConflictQuery query) {
        return new ConflictPage<>(table.count(query), table.page(query));
    }

    /** The same, those of one record and the same two revisions as one; those that wait for a person first. */
    public ConflictPage<RecordConflict> byRecord(ConflictQuery query) {
        return new ConflictPage<>(table.countGroups(query), table.groups(query));
    }

    public Optional<ConflictEntry> find(long id) {
        return table.entry(id);
    }

    /** The conflict with those of the same record and revisions. */
    public Optional<RecordConflict> findByRecord(long id) {
        return table.group(id);
    }

    /** Which of the records are, or were, in conflict. */
    public Set<String> among(List<String> uuids) {
        return table.among(uuids);
    }

    public Map<ConflictState, Long> counts() {
        return table.counts();
    }

    /** How many wait for a person. */
    @PermitAll
    public long open() {
        return table.open();
    }

    /** What is in conflict; empty if there is no such conflict. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
    public Optional<ConflictValues> values(long id) {
        return table.stored(id).map(new CurrentValues(records)::of);
    }

    /** Gives the records the losing values; where a deletion lost, it deletes the record. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void putBack(Collection<Long> ids, String reason) {
        decision(reason).putBack(ids);
    }

    /**
     * Gives the records these values; one that the record has already is let stand.
     *
     * @param values by conflict, each in the form of {@link ConflictValues}
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void decide(Map<Long, JsonNode> values, String reason) {
        decision(reason).decide(values);
    }

    /** What stands, stays. Changes no record. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void dismiss(Collection<Long> ids, String reason) {
        decision(reason).dismiss(ids);
    }

    private Decision decision(String reason) {
        return new Decision(
                table, records, clock.instant(), session.getCallerPrincipal().getName(), reason);
    }
}
