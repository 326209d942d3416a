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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.satchel.capture.RevisionCaptured;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.model.EntityModels;
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
     * Takes in what can be, parks what cannot, and, unless it came ahead of its place, notes that all up to the last position is safe here.
     */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    List<Outcome> apply(Sender from, List<ChangeSet> changeSets, boolean ahead) throws SQLException {
        try (Connection connection = database.getConnection()) {
            var workspace = workspace(connection, from, changeSets, !ahead);
            var outcomes = new Intake(workspace).apply(from, changeSets);
            write(workspace, from);
            if (!ahead) {
                receivedUpTo(connection, from, changeSets.get(changeSets.size() - 1));
            }
            return outcomes;
        }
    }

    /** Takes in change sets that were parked, as one unit, and releases what waits for them. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void retry(Sender from, List<ChangeSet> unit) throws SQLException, NotApplicable {
        try (Connection connection = database.getConnection()) {
            var workspace = workspace(connection, from, unit);
            new Intake(workspace).retry(from, unit);
            write(workspace, from);
            release(connection, unit);
        }
    }

    /** A person has decided that a parked change set is not to be applied. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void reject(Sender from, ChangeSet changeSet, String decider, String reason) throws SQLException {
        try (Connection connection = database.getConnection()) {
            var unit = List.of(changeSet);
            var workspace = workspace(connection, from, unit);
            new Intake(workspace).reject(from, changeSet);
            write(workspace, from);
            noteDecision(connection, from, changeSet, decider, reason);
            if (from.parent()) {
                want(connection, from, changeSet);
                // Not over its link: the parent is to be rung.
                captured.fire(new RevisionCaptured(null));
            }
            release(connection, unit);
        }
    }

    /** Tells records again, as this site has them. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void restate(Sender to, List<RecordName> records) throws SQLException {
        var changes = records.stream()
                .map(record -> new Change(record.type(), record.uuid(), Operation.DELETED, Map.of(), Map.of()))
                .toList();
        var named = new ChangeSet(
                1, 0, uuids.next(), sites.self().uuid(), NewRevision.AUTHOR, clock.instant(), changes, Map.of());
        try (Connection connection = database.getConnection()) {
            var workspace = workspace(connection, to, List.of(named));
            new Intake(workspace).restate(named);
            write(workspace, to);
        }
    }

    /** Parks one change set that the database refused. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    Outcome park(Sender from, ChangeSet changeSet, String reason, boolean ahead) throws SQLException {
        try (Connection connection = database.getConnection()) {
            workspace(connection, from, List.of(changeSet)).park(from, changeSet, new NotApplicable(reason));
            if (!ahead) {
                receivedUpTo(connection, from, changeSet);
            }
            return new Outcome(
                    changeSet.position(), changeSet.revision(), Outcome.Result.PARKED, Parking.shortened(reason));
        }
    }

    /** The parent has decided about this site's revisions. To be noted before what follows in its journal is applied. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void settle(List<Settled> runs) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new RevisionRows(connection).settle(runs);
        }
    }

    /**
     * Notes that there is nothing for this site up to the position.
     *
     * @param last the neighbour's revision at the position; null if unknown
     */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void receivedUpTo(Sender from, long position, UUID last) throws SQLException {
        try (Connection connection = database.getConnection()) {
            receivedUpTo(connection, from, position, last);
        }
    }

    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    boolean areKnown(List<UUID> revisions) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new RevisionRows(connection).areKnown(revisions);
        }
    }

    private JdbcWorkspace workspace(Connection connection, Sender from, List<ChangeSet> batch) throws SQLException {
        return workspace(connection, from, batch, false);
    }

    private JdbcWorkspace workspace(Connection connection, Sender from, List<ChangeSet> batch, boolean inPlace)
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
            return new JdbcWorkspace(connection, models.current(), terms, uuids, from, batch);
        }
    }

    private void write(JdbcWorkspace workspace, Sender from) throws SQLException {
        workspace.write(entityManager);
        if (!workspace.isEmpty()) {
            captured.fire(new RevisionCaptured(workspace.hasOwnRevisions() ? null : (Long) from.link()));
        }
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

    private static void want(Connection connection, Sender parent, ChangeSet changeSet) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert ignore into satchel_wanted (link_id, type, uuid) values (?, ?, ?)")) {
            for (Change change : changeSet.changes()) {
                statement.setLong(1, parent.link());
                statement.setString(2, change.type());
                statement.setString(3, change.uuid());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void release(Connection connection, List<ChangeSet> unit) throws SQLException {
        Parking.release(connection, unit.stream().map(ChangeSet::revision).toList());
    }

    private static void receivedUpTo(Connection connection, Sender from, ChangeSet last) throws SQLException {
        receivedUpTo(connection, from, last.position(), last.revision());
    }

    private static void receivedUpTo(Connection connection, Sender from, long position, UUID last) throws SQLException {
        var sql =
                "update satchel_link set received_position = ?, received_revision = ? where id = ? and received_position < ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, position);
            statement.setString(2, last == null ? null : last.toString());
            statement.setLong(3, from.link());
            statement.setLong(4, position);
            statement.executeUpdate();
        }
    }
}
