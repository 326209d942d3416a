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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.ChangeSet;
import org.satchel.ingest.ParkedRows.Waiting;
import org.satchel.model.EntityModels;
import org.satchel.rules.NotApplicable;
import org.satchel.rules.ParkedNotice;
import org.satchel.rules.ParkedUnits;
import org.satchel.rules.ParkedUnits.Staying;
import org.satchel.rules.RecordName;
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

    /** They are held in memory and written in one transaction; more are tried one by one, in order. */
    private static final int MOST_TOGETHER = 1_000;

    @Inject
    private ParkedRows rows;

    @Inject
    private Applier applier;

    @Inject
    private Replacements replacements;

    @Inject
    private EntityModels models;

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

    /** The values that it gives to the record, and the fields that it leaves out; empty if it gives none. They are a patient's. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<ParkedValue> values(UUID revision, RecordName record) {
        return rows.one(revision)
                .flatMap(one -> Replacement.change(one.changeSet(), record))
                .map(change -> ParkedValue.of(change, models.current()))
                .orElse(List.of());
    }

    /** The first of those that whoever sent them has forgotten. */
    public List<ChangeSet> forgotten(long link) {
        return rows.forgotten(link).stream().map(Waiting::changeSet).toList();
    }

    /** What the neighbour is told of its change sets: those that wait, and those that were given up, the newest first. */
    public List<ParkedNotice> notices(long link) {
        return rows.notices(link);
    }

    public boolean isAnythingFrom(long link) {
        return rows.isAnythingFrom(link);
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
        tryAgain(List.of(revision), true);
        return rows.one(revision).isEmpty();
    }

    /**
     * Gives up a parked change set: it will never be applied here, and its sender is told this site's own values so that both agree.
     *
     * @param reason why, for whoever asks later
     * @return false if it no longer was parked
     * @throws SkipRefused if one that it waits for must be decided first
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean skip(UUID revision, String reason) {
        var waiting = rows.one(revision);
        waiting.ifPresent(one -> {
            var units = new ParkedUnits(rows.namings(one.from().link()));
            if (!units.mayReject(revision)) {
                throw new SkipRefused("an earlier change set of the same sender changes the same record and waits too;"
                        + " decide about that one first");
            }
            var together = new ArrayList<>(units.with(revision));
            together.addAll(needing(Parking.touched(one.changeSet())));
            var decider = session.getCallerPrincipal().getName();
            DatabaseFailure.run(() -> applier.reject(one.from(), one.changeSet(), decider, reason));
            IngestMessages.LOG.skipped(decider, revision);
            tryAgain(together, false);
        });
        return waiting.isPresent();
    }

    /**
     * Gives a field of a parked change set another value and tries it again. If it came from a child, the child is told the record as it
     * then stands here.
     *
     * @param record one that the change set adds or modifies
     * @param value a wire value, see {@link org.satchel.change.Change}
     * @param reason why, for whoever asks later
     * @return whether it is applied now; also true if it no longer was parked
     * @throws ReplacementRefused if it could never be applied with that value
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean replace(UUID revision, RecordName record, String field, Object value, String reason) {
        var account = session.getCallerPrincipal().getName();
        replacements.replace(revision, new Replacement(record, field, value), account, reason);
        return retry(revision);
    }

    /** Tries what is due by itself. */
    public void retryDue() {
        tryAgain(rows.due(clock.instant()), true);
    }

    /** The position of this site's own last change: only then can people here have removed what was in the way. */
    public long lastChangeHere() {
        return rows.lastChangeHere();
    }

    /**
     * Tries all again, after people here have changed something: it may have been what was in the way. If very many wait, those that came
     * first.
     */
    public void retryAll() {
        tryAgain(rows.first(), false);
    }

    /** Tries all from a sender again, after its decisions came. */
    public void retryAll(Sender from) {
        if (!rows.isEmpty()) {
            tryAgain(rows.ofLink(from.link()), false);
        }
    }

    /** Tries what needs one of these records, which were touched. */
    public void retryNeeding(Collection<String> uuids) {
        if (!rows.isEmpty()) {
            tryAgain(needing(uuids), false);
        }
    }

    /** Tries change sets that were parked just now with those before them: the sender may have mended what it sent first. */
    public void retryTogether(Collection<UUID> parkedNow) {
        var tries = new Tries();
        for (UUID revision : parkedNow) {
            var unit =
                    tries.around(revision).map(around -> around.with(revision)).orElse(List.of());
            tries.tried(unit);
            var touched = new HashSet<String>();
            if (unit.size() > 1 && tried(unit, touched).isEmpty()) {
                tryAgain(needing(touched), false);
            }
        }
    }

    private List<UUID> needing(Collection<String> uuids) {
        var wanted = new ArrayList<UUID>();
        var all = List.copyOf(uuids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            wanted.addAll(rows.needing(all.subList(from, Math.min(from + CHUNK, all.size()))));
        }
        return wanted;
    }

    private static Set<String> touched(List<Waiting> unit) {
        return unit.stream()
                .flatMap(one -> Parking.touched(one.changeSet()).stream())
                .collect(Collectors.toSet());
    }

    /** What one round has tried, and what hangs together in it. */
    private final class Tries {

        private final Set<UUID> tried = new HashSet<>();
        private final Map<Long, ParkedUnits> units = new HashMap<>();

        /** The parked change sets of the sender of this one; empty if it no longer waits or was tried. */
        Optional<ParkedUnits> around(UUID revision) {
            return tried.contains(revision)
                    ? Optional.empty()
                    : rows.link(revision)
                            .map(link -> units.computeIfAbsent(link, l -> new ParkedUnits(rows.namings(l))));
        }

        void tried(Collection<UUID> revisions) {
            tried.addAll(revisions);
        }

        void allow(Collection<UUID> revisions) {
            revisions.forEach(tried::remove);
        }
    }

    /**
     * Whatever is applied may be what others need, so it goes on until nothing more fits.
     *
     * @param counts whether a failure counts as one of the tries after which a person must look
     */
    private void tryAgain(Collection<UUID> revisions, boolean counts) {
        var queue = new ArrayDeque<>(revisions);
        var tries = new Tries();
        while (!queue.isEmpty()) {
            var revision = queue.poll();
            var around = tries.around(revision);
            if (around.isPresent()) {
                var unit = around.get().with(revision);
                tries.tried(unit);
                var touched = new HashSet<String>();
                around.get()
                        .retry(unit, together -> tried(together, touched))
                        .forEach(staying -> stays(staying, counts));
                var next = needing(touched);
                tries.allow(next);
                queue.addAll(next);
            }
        }
    }

    /** @param touched takes the records of what is applied */
    private Optional<NotApplicable> tried(List<UUID> revisions, Set<String> touched) {
        if (revisions.size() > MOST_TOGETHER) {
            return Optional.of(new NotApplicable("too many hang together to be tried at once"));
        }
        var together =
                revisions.stream().map(rows::one).flatMap(Optional::stream).toList();
        var failure = together.isEmpty() ? Optional.<NotApplicable>empty() : failure(together);
        if (failure.isEmpty()) {
            touched.addAll(touched(together));
        }
        return failure;
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

    private void stays(Staying staying, boolean counts) {
        var why = staying.why();
        var waiting = why == null ? Optional.<Waiting>empty() : rows.one(staying.revision());
        waiting.ifPresent(one -> {
            rows.stays(one.revision(), why.getMessage(), why.needs());
            if (counts) {
                count(one, why);
            }
        });
    }

    private void count(Waiting one, NotApplicable why) {
        int attempts = one.attempts() + 1;
        var wait = ParkedTries.after(attempts);
        rows.triedAgain(
                one.revision(), attempts, wait.map(clock.instant()::plus).orElse(null));
        if (wait.isEmpty()) {
            IngestMessages.LOG.stopped(one.revision(), attempts, why.getMessage());
        }
    }
}
