package org.satchel.ingest;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.ChangeSet;
import org.satchel.ingest.ParkedRows.Waiting;
import org.satchel.rules.NotApplicable;
import org.satchel.rules.Sender;
import org.satchel.site.Roles;

/**
 * The change sets that could not be applied: to look at, to try again, to skip. Each try is a transaction of its own.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ParkedChangeSets {

    private static final int CHUNK = 1_000;

    @Inject
    private ParkedRows rows;

    @Inject
    private Applier applier;

    @Inject
    private InstantSource clock;

    @Resource
    private SessionContext session;

    /** All that waits, in the order it came, at most so many. */
    public List<ParkedChangeSet> all(int first, int size) {
        return rows.page(first, size);
    }

    public Optional<ParkedChangeSet> find(UUID revision) {
        return rows.view(revision);
    }

    /** What the change set would do to which records, without values; empty if it is not parked. */
    public List<ParkedChange> changes(UUID revision) {
        return rows.one(revision).stream()
                .flatMap(one -> one.changeSet().changes().stream())
                .map(ParkedChange::of)
                .toList();
    }

    /** The change set itself: its values are a patient's. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
    public Optional<ChangeSet> content(UUID revision) {
        return rows.one(revision).map(Waiting::changeSet);
    }

    public long count() {
        return rows.count();
    }

    /**
     * Tries one again, with what waits for it.
     *
     * @return whether it is applied now; also true if it no longer was parked
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean retry(UUID revision) {
        tryAgain(List.of(revision));
        return rows.one(revision).isEmpty();
    }

    /**
     * Gives up a parked change set: it will never be applied here, and its sender is told this site's own values so that both agree.
     *
     * @param reason why, for whoever asks later
     * @return false if it no longer was parked
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean skip(UUID revision, String reason) {
        var waiting = rows.one(revision);
        waiting.ifPresent(one -> {
            try {
                applier.reject(
                        one.from(),
                        one.changeSet(),
                        session.getCallerPrincipal().getName(),
                        reason);
            } catch (SQLException e) {
                throw DatabaseFailure.of(e);
            }
            IngestMessages.LOG.skipped(session.getCallerPrincipal().getName(), revision);
            tryNeeding(Parking.touched(one.changeSet()), Set.of(one.from()));
        });
        return waiting.isPresent();
    }

    /**
     * Gives a field of a parked change set another value and tries it again.
     *
     * @param uuid the record
     * @param value a wire value, see {@link org.satchel.change.Change}
     * @return whether it is applied now
     * @throws IllegalArgumentException if the change set has no such record
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean replace(UUID revision, String uuid, String field, Object value) {
        var waiting = rows.one(revision);
        if (waiting.isPresent()) {
            rows.replace(Replacement.of(waiting.get().changeSet(), uuid, field, value));
            return retry(revision);
        }
        return true;
    }

    /** Tries what is due by itself. */
    public void retryDue() {
        tryAgain(rows.due(clock.instant()));
    }

    /** Tries all from a sender again, after its decisions came. */
    public void retryAll(Sender from) {
        tryAgain(rows.ofLink(from.link()).stream().map(Waiting::revision).toList());
    }

    /** Tries what needs one of these records, which were touched. */
    public void retryNeeding(Collection<String> uuids) {
        if (!rows.isEmpty()) {
            tryNeeding(uuids, Set.of());
        }
    }

    private void tryNeeding(Collection<String> uuids, Set<Sender> andDependantsOf) {
        var wanted = new ArrayList<UUID>();
        var all = List.copyOf(uuids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            wanted.addAll(rows.needing(all.subList(from, Math.min(from + CHUNK, all.size()))));
        }
        for (Sender sender : andDependantsOf) {
            rows.ofLink(sender.link()).stream()
                    .filter(one -> Parking.touched(one.changeSet()).stream().anyMatch(uuids::contains))
                    .forEach(one -> wanted.add(one.revision()));
        }
        tryAgain(wanted);
    }

    /** Whatever is applied may be what others need, so it goes on until nothing more fits. */
    private void tryAgain(Collection<UUID> revisions) {
        var queue = new ArrayDeque<>(revisions);
        var tried = new HashSet<UUID>();
        while (!queue.isEmpty()) {
            var waiting = rows.one(queue.poll());
            if (waiting.isPresent() && !tried.contains(waiting.get().revision())) {
                var unit = unit(waiting.get());
                unit.forEach(one -> tried.add(one.revision()));
                var applied = tryUnit(unit);
                if (!applied.isEmpty()) {
                    var touched = applied.stream()
                            .flatMap(one -> Parking.touched(one.changeSet()).stream())
                            .collect(Collectors.toSet());
                    var next = rows.needing(touched);
                    next.forEach(tried::remove);
                    queue.addAll(next);
                }
            }
        }
    }

    /** A change set with all of the same sender that hang together with it by the records they touch, in order. */
    private List<Waiting> unit(Waiting seed) {
        var all = rows.ofLink(seed.from().link());
        var records = new HashSet<>(Parking.touched(seed.changeSet()));
        var unit = new HashSet<UUID>(Set.of(seed.revision()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Waiting one : all) {
                var touched = Parking.touched(one.changeSet());
                if (!unit.contains(one.revision()) && touched.stream().anyMatch(records::contains)) {
                    unit.add(one.revision());
                    records.addAll(touched);
                    grows = true;
                }
            }
        }
        return all.stream().filter(one -> unit.contains(one.revision())).toList();
    }

    /** Together first, because what they come to may fit where each alone does not; then one by one. */
    private List<Waiting> tryUnit(List<Waiting> unit) {
        if (unit.size() > 1 && failure(unit).isEmpty()) {
            return unit;
        }
        var applied = new ArrayList<Waiting>();
        var blocked = new HashSet<String>();
        for (Waiting one : unit) {
            var records = Parking.touched(one.changeSet());
            if (records.stream().noneMatch(blocked::contains)) {
                var failure = failure(List.of(one));
                if (failure.isEmpty()) {
                    applied.add(one);
                    continue;
                }
                stays(one, failure.get());
            }
            blocked.addAll(records);
        }
        return applied;
    }

    private Optional<NotApplicable> failure(List<Waiting> unit) {
        try {
            applier.retry(
                    unit.get(0).from(), unit.stream().map(Waiting::changeSet).toList());
            unit.forEach(one -> IngestMessages.LOG.released(one.revision()));
            return Optional.empty();
        } catch (NotApplicable e) {
            return Optional.of(e);
        } catch (SQLException | RuntimeException e) {
            var failure = DatabaseFailure.of(e);
            if (!failure.isOfTheData()) {
                throw failure;
            }
            return Optional.of(new NotApplicable(failure.getMessage()));
        }
    }

    private void stays(Waiting one, NotApplicable why) {
        int attempts = one.attempts() + 1;
        var wait = ParkedTries.after(attempts);
        rows.stays(
                one.revision(),
                attempts,
                why.getMessage(),
                why.needs(),
                wait.map(clock.instant()::plus).orElse(null));
        if (wait.isEmpty()) {
            IngestMessages.LOG.stopped(one.revision(), attempts, why.getMessage());
        }
    }
}
