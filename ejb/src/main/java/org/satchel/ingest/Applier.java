package org.satchel.ingest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.satchel.capture.RevisionCaptured;
import org.satchel.change.ChangeSet;
import org.satchel.ingest.JdbcWorkspace.Before;
import org.satchel.journal.Journal;
import org.satchel.model.BulkQuery;
import org.satchel.model.EntityModels;
import org.satchel.model.ValueKind;
import org.satchel.rules.Intake;
import org.satchel.rules.NotApplicable;
import org.satchel.rules.Outcome;
import org.satchel.rules.RecordName;
import org.satchel.rules.Sender;
import org.satchel.rules.Settled;
import org.satchel.site.ClassRules;
import org.satchel.site.Sites;
import org.satchel.site.Uuids;
import org.satchel.wire.ChangeSetJson;

/**
 * Takes a batch of change sets in by the rules, in one transaction. Either all of it is in the database afterwards, with the received
 * position, or nothing; so whoever calls may simply call again.
 */
@Dependent
class Applier {

    @Resource(lookup = "java:jboss/datasources/SatchelDS")
    private DataSource database;

    @PersistenceContext(unitName = "satchel")
    private EntityManager entityManager;

    @Inject
    private EntityModels models;

    @Inject
    private Journal journal;

    @Inject
    private ClassRules rules;

    @Inject
    private Sites sites;

    @Inject
    private Uuids uuids;

    @Inject
    private InstantSource clock;

    @Inject
    private Event<RevisionCaptured> captured;

    /**
     * Where a transmission ends. It is noted with its first part, so that all parts are of the journal that it tells.
     *
     * @param position the neighbour's
     * @param chain what stands for the neighbour's journal up to it; null if unknown
     * @param ahead whether it came ahead of its place: then nothing is reached by it, but the journal is known by it all the same
     */
    record End(long position, UUID chain, boolean ahead) {

        End(long position, UUID chain) {
            this(position, chain, false);
        }
    }

    /**
     * Takes in what can be, parks what cannot, and, unless it came ahead of its place, notes that all up to the last position is safe here.
     *
     * @param settled what the parent has decided about this site's revisions at these positions
     * @param end where the transmission ends of which this is a part
     */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    List<Outcome> apply(Sender from, List<Settled> settled, List<ChangeSet> changeSets, End end) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new RevisionRows(connection).settle(settled);
            var workspace = workspace(connection, from, changeSets, before(connection, from, changeSets), !end.ahead());
            var outcomes = new Intake(workspace).apply(from, changeSets);
            write(workspace, from);
            receivedUpTo(connection, from, changeSets.get(changeSets.size() - 1).position(), end);
            return outcomes;
        }
    }

    /** Takes in change sets that were parked, as one unit, and releases what waits for them. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void retry(Sender from, List<ChangeSet> unit) throws SQLException, NotApplicable {
        if (from.parent() && unit.stream().anyMatch(ChangeSet::isForgotten)) {
            throw new NotApplicable("its place at the parent is not known until both journals are reconciled");
        }
        try (Connection connection = database.getConnection()) {
            var workspace = workspace(connection, from, unit, Before.NOTHING);
            var intake = new Intake(workspace);
            intake.retry(from, unit);
            if (!from.parent()) {
                // The child believes what it sent, and not what a person here made of it.
                replaced(connection, unit).forEach(one -> intake.restate(RecordName.of(one)));
            }
            write(workspace, from);
            release(connection, unit);
        }
    }

    /** A person has decided that a parked change set is not to be applied. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void reject(Sender from, ChangeSet changeSet, String decider, String reason) throws SQLException {
        try (Connection connection = database.getConnection()) {
            var unit = List.of(changeSet);
            var workspace = workspace(connection, from, unit, Before.NOTHING);
            new Intake(workspace).reject(from, changeSet);
            write(workspace, from);
            noteDecision(connection, from, changeSet, decider, reason);
            if (from.parent()) {
                // Not over its link: the parent is to be rung.
                captured.fire(new RevisionCaptured(null));
            }
            release(connection, unit);
        }
    }

    /** Gives up change sets of the parent's that nobody will send again: their values go to the conflict list. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void abandon(Sender from, List<ChangeSet> changeSets) throws SQLException {
        try (Connection connection = database.getConnection()) {
            var workspace = workspace(connection, from, changeSets, Before.NOTHING);
            var intake = new Intake(workspace);
            changeSets.forEach(intake::abandon);
            write(workspace, from);
            release(connection, changeSets);
        }
    }

    /** Tells records again, as this site has them. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void restate(Sender to, List<RecordName> records) throws SQLException {
        try (Connection connection = database.getConnection()) {
            var workspace = workspace(connection, to, List.of(), Before.naming(records));
            new Intake(workspace).restate(records);
            write(workspace, to);
        }
    }

    /** Notes records that the parent is to tell again, but for those about which something is still to be decided. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void want(Sender parent, List<RecordName> records) throws SQLException {
        try (Connection connection = database.getConnection()) {
            var undecided = new Undecided(connection, models.current()).among(parent, records);
            new Wanted(connection)
                    .add(
                            parent.link(),
                            records.stream()
                                    .filter(record -> !undecided.contains(record))
                                    .toList());
        }
    }

    /** Those of the records that are here although no revision tells of them. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    Set<RecordName> unrecorded(List<RecordName> records) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Unrecorded(connection, models.current()).among(records);
        }
    }

    /** Parks one change set that the database refused. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    Outcome park(Sender from, ChangeSet changeSet, String reason, End end) throws SQLException {
        try (Connection connection = database.getConnection()) {
            workspace(connection, from, List.of(changeSet), Before.NOTHING)
                    .park(from, changeSet, new NotApplicable(reason));
            receivedUpTo(connection, from, changeSet.position(), end);
            return new Outcome(
                    changeSet.position(), changeSet.revision(), Outcome.Result.PARKED, Parking.shortened(reason));
        }
    }

    /** All up to the end is here, and what the parent has decided up to there. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void receivedUpTo(Sender from, List<Settled> settled, End end) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new RevisionRows(connection).settle(settled);
            receivedUpTo(connection, from, end.position(), end);
        }
    }

    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    boolean areKnown(List<UUID> revisions) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new RevisionRows(connection).areKnown(revisions);
        }
    }

    private Before before(Connection connection, Sender from, List<ChangeSet> changeSets) throws SQLException {
        var links = new RevisionRows(connection).known(changeSets);
        var elsewhere = links.entrySet().stream()
                .filter(one -> one.getValue() != from.link())
                .map(Map.Entry::getKey)
                .toList();
        var changed = new HashMap<UUID, List<RecordName>>();
        if (!elsewhere.isEmpty()) {
            journal.changeSets(elsewhere).forEach(one -> changed.put(one.revision(), RecordName.of(one)));
        }
        return new Before(links, changed, List.of());
    }

    private JdbcWorkspace workspace(Connection connection, Sender from, List<ChangeSet> batch, Before before)
            throws SQLException {
        return workspace(connection, from, batch, before, false);
    }

    private JdbcWorkspace workspace(
            Connection connection, Sender from, List<ChangeSet> batch, Before before, boolean inPlace)
            throws SQLException {
        var now = clock.instant();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select id, received_position from satchel_link where role = 'PARENT'")) {
            boolean hasParent = row.next();
            var terms = new JdbcWorkspace.Terms(
                    sites.self().uuid(),
                    rules.all(),
                    hasParent ? row.getLong(1) : 0,
                    hasParent ? row.getLong(2) : 0,
                    inPlace,
                    now,
                    now.plus(ParkedTries.FIRST_WAIT));
            return new JdbcWorkspace(connection, models.current(), terms, uuids, from, batch, before);
        }
    }

    private void write(JdbcWorkspace workspace, Sender from) throws SQLException {
        workspace.write(entityManager);
        if (!workspace.isEmpty()) {
            captured.fire(new RevisionCaptured(workspace.hasOwnRevisions() ? null : (Long) from.link()));
        }
    }

    private static List<ChangeSet> replaced(Connection connection, List<ChangeSet> unit) throws SQLException {
        var revisions = new HashSet<String>();
        BulkQuery.each(
                connection,
                "select revision from satchel_replaced where revision in (%s)",
                ValueKind.TEXT,
                unit.stream().map(one -> one.revision().toString()).toList(),
                row -> revisions.add(row.getString(1)));
        return unit.stream()
                .filter(one -> revisions.contains(one.revision().toString()))
                .toList();
    }

    /** What was lost is kept with who gave it up, and why. */
    private void noteDecision(Connection connection, Sender from, ChangeSet changeSet, String decider, String reason)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into satchel_rejected (revision, link_id, change_set, rejected_at, rejected_by, reason) values (?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, changeSet.revision().toString());
            statement.setLong(2, from.link());
            statement.setString(3, ChangeSetJson.write(changeSet));
            statement.setTimestamp(4, Timestamp.from(clock.instant()));
            statement.setString(5, decider);
            statement.setString(6, Parking.shortened(reason));
            statement.executeUpdate();
        }
    }

    private static void release(Connection connection, List<ChangeSet> unit) throws SQLException {
        Parking.release(connection, unit.stream().map(ChangeSet::revision).toList());
    }

    private static void receivedUpTo(Connection connection, Sender from, long position, End end) throws SQLException {
        if (end.ahead()) {
            cameAhead(connection, from, end);
            return;
        }
        // What came ahead is known by a later place of the same journal: that mark stays.
        var sql = "update satchel_link set received_position = ?, mark = if(marked_position <= ?, ?, mark),"
                + " marked_position = greatest(marked_position, ?) where id = ? and received_position < ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, position);
            statement.setLong(2, end.position());
            statement.setString(3, text(end.chain()));
            statement.setLong(4, end.position());
            statement.setLong(5, from.link());
            statement.setLong(6, position);
            statement.executeUpdate();
        }
    }

    /** By the mark a neighbour is found out that was restored and does not know any more what it sent ahead. */
    private static void cameAhead(Connection connection, Sender from, End end) throws SQLException {
        var sql = "update satchel_link set mark = ?, marked_position = ? where id = ? and marked_position < ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text(end.chain()));
            statement.setLong(2, end.position());
            statement.setLong(3, from.link());
            statement.setLong(4, end.position());
            statement.executeUpdate();
        }
    }

    private static String text(UUID chain) {
        return chain == null ? null : chain.toString();
    }
}
