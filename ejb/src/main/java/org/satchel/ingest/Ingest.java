package org.satchel.ingest;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.satchel.change.ChangeSet;
import org.satchel.rules.Outcome;

/**
 * Takes change sets from a neighbour into this site's database.
 *
 * <p>In transactions of its own, a batch of change sets in each, because a transaction costs a disk flush. If a batch fails it is halved
 * until the change set that the database refuses stands alone; that one is parked and the others go in. A failure that is not the change
 * set's own (database away, disk full) is thrown; what was committed by then stays, and is not asked for again.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Ingest {

    private static final int BATCH_CHANGES = 5_000;
    private static final int BATCH_CHANGE_SETS = 1_000;
    private static final int RETRIES = 3;

    @Inject
    private Applier applier;

    /** Where change sets come from, one at a time. */
    @FunctionalInterface
    public interface ChangeSetSource {

        /** The next, or null after the last. */
        ChangeSet next() throws IOException;
    }

    /**
     * Applies change sets in order.
     *
     * @param link the neighbour they came from
     * @param changeSets read as they are needed; a batch is held in memory
     * @param to the neighbour's position that is reached after the last of them
     * @return what was done with each that was not plainly {@link Outcome.Result#COMMITTED}
     */
    public List<Outcome> apply(long link, ChangeSetSource changeSets, long to) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        var batch = new ArrayList<ChangeSet>();
        int changes = 0;
        for (var next = changeSets.next(); next != null; next = changeSets.next()) {
            batch.add(next);
            changes += next.changes().size();
            if (changes >= BATCH_CHANGES || batch.size() >= BATCH_CHANGE_SETS) {
                outcomes.addAll(notable(applyOrSplit(link, batch)));
                batch.clear();
                changes = 0;
            }
        }
        if (!batch.isEmpty()) {
            outcomes.addAll(notable(applyOrSplit(link, batch)));
        }
        receivedUpTo(link, to);
        return outcomes;
    }

    /** Notes that the neighbour has nothing for this site up to its position. */
    public void receivedUpTo(long link, long position) {
        try {
            applier.receivedUpTo(link, position);
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    private static List<Outcome> notable(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(o -> o.result() != Outcome.Result.COMMITTED)
                .toList();
    }

    private List<Outcome> applyOrSplit(long link, List<ChangeSet> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return applier.apply(link, batch);
            } catch (SQLException | RuntimeException e) {
                var failure = DatabaseFailure.of(e);
                if ((failure.isDeadlock() || failure.isTwin()) && attempt <= RETRIES) {
                    continue;
                }
                if (!failure.isOfTheData()) {
                    throw failure;
                }
                return batch.size() == 1 ? parkRefused(link, batch.get(0), failure) : split(link, batch);
            }
        }
    }

    private List<Outcome> split(long link, List<ChangeSet> batch) {
        int middle = batch.size() / 2;
        var outcomes = new ArrayList<>(applyOrSplit(link, List.copyOf(batch.subList(0, middle))));
        outcomes.addAll(applyOrSplit(link, List.copyOf(batch.subList(middle, batch.size()))));
        return outcomes;
    }

    private List<Outcome> parkRefused(long link, ChangeSet changeSet, DatabaseFailure failure) {
        try {
            return List.of(applier.park(link, changeSet, failure.getMessage()));
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }
}
