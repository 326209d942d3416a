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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.satchel.capture.RevisionCaptured;
import org.satchel.change.ChangeSet;
import org.satchel.model.EntityModels;
import org.satchel.rules.Outcome;

/**
 * Applies a batch of change sets in one transaction. Either all of it is in the database afterwards, with the received position, or
 * nothing; so whoever calls may simply call again.
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
    private InstantSource clock;

    @Inject
    private Event<RevisionCaptured> captured;

    /** Applies what can be, parks what cannot, and notes that all up to the last position is safe here. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    List<Outcome> apply(long link, List<ChangeSet> changeSets) throws SQLException {
        try (Connection connection = database.getConnection()) {
            var outcomes = new ArrayList<Outcome>();
            var fresh = fresh(connection, changeSets, outcomes);
            var parking = Parking.of(connection, fresh);
            var fold = new Fold(models.current(), new StateLoader(connection, models.current()).load(fresh));
            var applied = new ArrayList<ChangeSet>();
            for (ChangeSet changeSet : fresh) {
                var outcome = fold(fold, parking, changeSet);
                outcomes.add(outcome);
                if (outcome.result() == Outcome.Result.PARKED) {
                    parking.park(link, changeSet, outcome.reason(), clock.instant());
                } else {
                    applied.add(changeSet);
                }
            }
            write(connection, fold, applied, link);
            receivedUpTo(connection, link, changeSets.get(changeSets.size() - 1).position());
            return outcomes;
        }
    }

    /** Applies a change set that was parked and takes it out of parking. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void applyParked(long parked, long link, ChangeSet changeSet) throws SQLException, NotApplicable {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement statement = connection.prepareStatement("delete from satchel_parked where id = ?")) {
                statement.setLong(1, parked);
                statement.executeUpdate();
            }
            var changeSets = List.of(changeSet);
            var before = Parking.of(connection, changeSets).waitsFor(changeSet);
            if (before.isPresent()) {
                throw new NotApplicable(waitsFor(before.get()));
            }
            var fold = new Fold(models.current(), new StateLoader(connection, models.current()).load(changeSets));
            fold.apply(changeSet);
            write(connection, fold, changeSets, link);
        }
    }

    /** Parks one change set that the database refused. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    Outcome park(long link, ChangeSet changeSet, String reason) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Parking.of(connection, List.of()).park(link, changeSet, reason, clock.instant());
            receivedUpTo(connection, link, changeSet.position());
            return new Outcome(
                    changeSet.position(), changeSet.revision(), Outcome.Result.PARKED, Parking.shortened(reason));
        }
    }

    /** Notes that there is nothing for this site up to the position. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void receivedUpTo(long link, long position) throws SQLException {
        try (Connection connection = database.getConnection()) {
            receivedUpTo(connection, link, position);
        }
    }

    private static List<ChangeSet> fresh(Connection connection, List<ChangeSet> changeSets, List<Outcome> outcomes)
            throws SQLException {
        var known = new RevisionRows(connection).known(changeSets);
        var fresh = new ArrayList<ChangeSet>();
        for (ChangeSet changeSet : changeSets) {
            if (known.add(changeSet.revision())) {
                fresh.add(changeSet);
            } else {
                outcomes.add(new Outcome(
                        changeSet.position(), changeSet.revision(), Outcome.Result.ALREADY_COMMITTED, null));
            }
        }
        return fresh;
    }

    private static Outcome fold(Fold fold, Parking parking, ChangeSet changeSet) {
        try {
            var before = parking.waitsFor(changeSet);
            if (before.isPresent()) {
                throw new NotApplicable(waitsFor(before.get()));
            }
            var result = fold.apply(changeSet) ? Outcome.Result.COMMITTED : Outcome.Result.COMMITTED_WITH_CHANGES;
            return new Outcome(changeSet.position(), changeSet.revision(), result, null);
        } catch (NotApplicable e) {
            return new Outcome(
                    changeSet.position(),
                    changeSet.revision(),
                    Outcome.Result.PARKED,
                    Parking.shortened(e.getMessage()));
        }
    }

    private static String waitsFor(UUID revision) {
        return "it changes a record of the parked revision " + revision + " and waits for it";
    }

    private void write(Connection connection, Fold fold, List<ChangeSet> applied, Long link) throws SQLException {
        if (applied.isEmpty()) {
            return;
        }
        var states = List.copyOf(fold.states());
        var rows = fold.auditRows();
        var records = new BatchWriter(connection, models.current(), new KeySource(entityManager));
        var collections = new CollectionWriter(connection);
        Map<UUID, Long> numbers = new RevisionRows(connection).insert(applied, link);
        records.write(states);
        collections.write(rows);
        collections.deleteOwnedBy(states);
        records.delete(states);
        new AuditWriter(connection, numbers).write(rows);
        captured.fire(new RevisionCaptured(link));
    }

    private static void receivedUpTo(Connection connection, long link, long position) throws SQLException {
        var sql = "update satchel_link set received_position = greatest(received_position, ?) where id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, position);
            statement.setLong(2, link);
            statement.executeUpdate();
        }
    }
}
