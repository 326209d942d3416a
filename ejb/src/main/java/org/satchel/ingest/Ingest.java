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
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.ChangeSet;
import org.satchel.ingest.Applier.End;
import org.satchel.journal.Journal;
import org.satchel.rules.Decisions;
import org.satchel.rules.Outcome;
import org.satchel.rules.Sender;
import org.satchel.rules.Settled;

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

    @Inject
    private ParkedChangeSets parked;

    @Inject
    private Journal journal;

    /** Where change sets come from, one at a time. */
    @FunctionalInterface
    public interface ChangeSetSource {

        /** The next, or null after the last. */
        ChangeSet next() throws IOException;
    }

    /**
     * Applies change sets in order.
     *
     * @param from the neighbour they came from
     * @param settled from the parent: what it has decided about this site's revisions
     * @param changeSets read as they are needed; a batch is held in memory
     * @param to the neighbour's position that is reached after the last of them
     * @param last what stands for the neighbour's journal up to that position; null if unknown
     * @return what was done with each that was not plainly {@link Outcome.Result#COMMITTED}
     */
    public List<Outcome> apply(Sender from, List<Settled> settled, ChangeSetSource changeSets, long to, UUID last)
            throws IOException {
        var end = new End(to, last);
        var decisions = new Decisions(settled);
        var outcomes = apply(from, decisions, changeSets, end);
        receivedUpTo(from, decisions.upTo(to), end);
        if (!settled.isEmpty()) {
            parked.retryAll(from);
        }
        return outcomes;
    }

    /**
     * Applies change sets that come ahead of their place. The received position stays: they come again in their place, after what stands before
     * them.
     *
     * @param to the neighbour's position to which its journal is known by {@code last}
     * @return like {@link #apply(Sender, List, ChangeSetSource, long, UUID)}
     */
    public List<Outcome> applyAhead(Sender from, ChangeSetSource changeSets, long to, UUID last) throws IOException {
        return apply(from, new Decisions(List.of()), changeSets, new End(to, last, true));
    }

    private List<Outcome> apply(Sender from, Decisions decisions, ChangeSetSource changeSets, End end)
            throws IOException {
        var outcomes = new ArrayList<Outcome>();
        var batch = new ArrayList<ChangeSet>();
        int changes = 0;
        for (var next = changeSets.next(); next != null; next = changeSets.next()) {
            batch.add(next);
            changes += next.changes().size();
            if (changes >= BATCH_CHANGES || batch.size() >= BATCH_CHANGE_SETS) {
                outcomes.addAll(notable(take(from, decisions, batch, end)));
                batch.clear();
                changes = 0;
            }
        }
        if (!batch.isEmpty()) {
            outcomes.addAll(notable(take(from, decisions, batch, end)));
        }
        return outcomes;
    }

    private List<Outcome> take(Sender from, Decisions decisions, List<ChangeSet> batch, End end) {
        var outcomes = applyOrSplit(from, decisions.upTo(last(batch)), batch, end);
        var waiting = outcomes.stream()
                .filter(outcome -> outcome.result() == Outcome.Result.PARKED)
                .toList();
        waiting.forEach(outcome -> IngestMessages.LOG.parked(outcome.revision(), from.link(), outcome.reason()));
        parked.retryTogether(waiting.stream().map(Outcome::revision).toList());
        parked.retryNeeding(
                batch.stream().flatMap(one -> Parking.touched(one).stream()).collect(Collectors.toSet()));
        return outcomes;
    }

    /** What this site has of these revisions of the parent's is in part, and nobody is to have it: its values go to the conflict list. */
    public void abandon(Sender parent, List<UUID> revisions) {
        DatabaseFailure.run(() -> applier.abandon(parent, journal.changeSets(revisions)));
    }

    /** Gives up the parked change sets of the parent's that the parent itself has lost. */
    public void abandonParked(Sender parent) {
        for (var part = parked.forgotten(parent.link()); !part.isEmpty(); part = parked.forgotten(parent.link())) {
            var lost = part;
            DatabaseFailure.run(() -> applier.abandon(parent, lost));
        }
    }

    /** Whether all of the revisions are in this database, applied or parked. */
    public boolean areKnown(List<UUID> revisions) {
        return revisions.isEmpty() || DatabaseFailure.ask(() -> applier.areKnown(revisions));
    }

    /** Notes that the neighbour has nothing for this site up to its position. */
    public void receivedUpTo(Sender from, long position, UUID last) {
        receivedUpTo(from, List.of(), new End(position, last));
    }

    private void receivedUpTo(Sender from, List<Settled> settled, End end) {
        DatabaseFailure.run(() -> applier.receivedUpTo(from, settled, end));
    }

    private static List<Outcome> notable(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(o -> o.result() != Outcome.Result.COMMITTED)
                .toList();
    }

    private List<Outcome> applyOrSplit(Sender from, List<Settled> settled, List<ChangeSet> batch, End end) {
        for (int attempt = 1; ; attempt++) {
            try {
                return applier.apply(from, settled, batch, end);
            } catch (SQLException | RuntimeException e) {
                var failure = DatabaseFailure.of(e);
                if ((failure.isDeadlock() || failure.isTwin()) && attempt <= RETRIES) {
                    continue;
                }
                if (!failure.isOfTheData()) {
                    throw failure;
                }
                return batch.size() == 1
                        ? parkRefused(from, batch.get(0), failure, end)
                        : split(from, settled, batch, end);
            }
        }
    }

    private List<Outcome> split(Sender from, List<Settled> settled, List<ChangeSet> batch, End end) {
        int middle = batch.size() / 2;
        var decisions = new Decisions(settled);
        var outcomes = new ArrayList<Outcome>();
        for (var half : List.of(batch.subList(0, middle), batch.subList(middle, batch.size()))) {
            outcomes.addAll(applyOrSplit(from, decisions.upTo(last(half)), List.copyOf(half), end));
        }
        return outcomes;
    }

    private static long last(List<ChangeSet> batch) {
        return batch.get(batch.size() - 1).position();
    }

    private List<Outcome> parkRefused(Sender from, ChangeSet changeSet, DatabaseFailure failure, End end) {
        return List.of(DatabaseFailure.ask(() -> applier.park(from, changeSet, failure.getMessage(), end)));
    }
}
