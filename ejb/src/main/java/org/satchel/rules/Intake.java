package org.satchel.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.rules.Outcome.Result;

/**
 * Takes change sets into a site: each whole or not at all, each once. What cannot be merged is parked and the next one is tried.
 *
 * <p>For one transaction of one workspace.
 */
public final class Intake {

    private final Workspace site;

    public Intake(Workspace site) {
        this.site = site;
    }

    /** Takes change sets in order and says what was done with each. */
    public List<Outcome> apply(Sender from, List<ChangeSet> changeSets) {
        var outcomes = new ArrayList<Outcome>();
        changeSets.forEach(changeSet -> outcomes.add(apply(from, changeSet)));
        return outcomes;
    }

    private Outcome apply(Sender from, ChangeSet changeSet) {
        var parked = site.parkedFor(from, changeSet.revision());
        if (parked.isPresent()) {
            site.parkedAgain(from, changeSet);
            return outcome(changeSet, Result.PARKED, parked.get());
        }
        if (site.isKnown(changeSet.revision())) {
            repeat(from, changeSet);
            return outcome(changeSet, Result.ALREADY_COMMITTED, null);
        }
        try {
            requireNoneBefore(from, changeSet);
            var merged = merge(from, List.of(changeSet)).get(changeSet);
            return outcome(changeSet, merged.asSent() ? Result.COMMITTED : Result.COMMITTED_WITH_CHANGES, null);
        } catch (NotApplicable e) {
            site.park(from, changeSet, e);
            return outcome(changeSet, Result.PARKED, e.getMessage());
        }
    }

    /**
     * A revision that is here already has no further effect. But whoever sent it must learn its place in this journal; and if it came here by
     * another way, one of the two may have it only in part: then the parent tells its records again.
     */
    private void repeat(Sender from, ChangeSet changeSet) {
        if (from.parent()) {
            boolean byAnotherWay = site.settle(changeSet.revision(), changeSet.position());
            if (byAnotherWay) {
                site.want(recordsOfBoth(changeSet));
            }
        } else if (!site.cameFrom(from, changeSet.revision())) {
            site.answer(from, changeSet, restated(recordsOfBoth(changeSet)));
        }
    }

    private Set<RecordName> recordsOfBoth(ChangeSet changeSet) {
        var records = new LinkedHashSet<>(RecordName.of(changeSet));
        records.addAll(site.changedBy(changeSet.revision()));
        return records;
    }

    /**
     * Tries parked change sets of one sender again, in the order in which they came, as one unit: only what they come to together must fit.
     *
     * @throws NotApplicable if it does not; nothing has happened then
     */
    public void retry(Sender from, List<ChangeSet> unit) throws NotApplicable {
        merge(from, unit);
    }

    /** A person has decided that a parked change set is not to be applied: the child of the two is told the parent's values. */
    public void reject(Sender from, ChangeSet changeSet) {
        if (from.parent()) {
            site.take(from, changeSet, kept(changeSet, new Merged()));
            site.want(RecordName.of(changeSet));
        } else {
            site.take(from, changeSet, kept(changeSet, restated(RecordName.of(changeSet))));
        }
    }

    private Merged kept(ChangeSet changeSet, Merged merged) {
        for (Edit edit : edits(changeSet)) {
            keep(edit, changeSet, merged);
        }
        return merged;
    }

    /** What is rejected goes to the conflict list, so that nothing of it is lost. */
    private void keep(Edit edit, ChangeSet changeSet, Merged merged) {
        var row = edit.row();
        var stamps = site.rule(row.type()).stamps();
        var revision = changeSet.revision();
        if (edit.operation() == Operation.DELETED) {
            merged.conflict(
                    new Conflict(Conflict.Kind.REJECTED, row.type(), row.uuid(), null, null, revision, null, revision));
        }
        edit.slots().stream()
                .filter(slot -> !stamps.contains(slot.slot().name()))
                .filter(slot -> slot.value() != null || !slot.slot().isWhole())
                .forEach(slot -> merged.conflict(new Conflict(
                        Conflict.Kind.REJECTED,
                        row.type(),
                        row.uuid(),
                        slot.slot(),
                        slot,
                        revision,
                        row.exists() ? row.now(slot.slot()) : null,
                        revision)));
    }

    /** Gives up a parked change set of the parent's that the parent itself has lost: its values go to the conflict list. */
    public void abandon(ChangeSet changeSet) {
        site.tell(kept(changeSet, new Merged()));
    }

    /** Tells records again, as this site has them. */
    public void restate(Collection<RecordName> records) {
        site.tell(restated(records));
    }

    private Merged restated(Collection<RecordName> records) {
        var merged = new Merged();
        records.forEach(record ->
                site.row(record.type(), record.uuid()).ifPresent(row -> merged.restated(Restatement.whole(row))));
        return merged;
    }

    private List<Edit> edits(ChangeSet changeSet) {
        try {
            return site.edits(changeSet);
        } catch (NotApplicable e) {
            // What this site cannot even read it cannot hold: the record as a whole is told without it.
            return List.of();
        }
    }

    private void requireNoneBefore(Sender from, ChangeSet changeSet) throws NotApplicable {
        var before = site.waitsFor(from, changeSet);
        if (before.isPresent()) {
            throw new NotApplicable("it changes a record of the parked revision " + before.get() + " and waits for it");
        }
    }

    private Map<ChangeSet, Merged> merge(Sender from, List<ChangeSet> unit) throws NotApplicable {
        var all = merged(from, unit);
        all.forEach((changeSet, merged) -> {
            site.take(from, changeSet, merged);
            site.want(merged.wanted());
        });
        return all;
    }

    private Map<ChangeSet, Merged> merged(Sender from, List<ChangeSet> unit) throws NotApplicable {
        var memories = new LinkedHashMap<Row, Row.Memory>();
        var all = new LinkedHashMap<ChangeSet, Merged>();
        try {
            for (ChangeSet changeSet : unit) {
                var edits = site.edits(changeSet);
                edits.forEach(edit -> memories.computeIfAbsent(edit.row(), Row::remember));
                all.put(changeSet, new Merge(site, from, changeSet).merge(edits));
            }
            for (var entry : all.entrySet()) {
                keepReferred(from, entry.getKey(), entry.getValue(), List.copyOf(all.values()));
            }
            // Only now, because a record that stays after all keeps its unique values.
            for (var entry : all.entrySet()) {
                requireReferences(entry.getValue());
                makeUnique(from, entry.getKey(), entry.getValue(), memories);
            }
            all.values().forEach(Merged::tellAsItEnds);
        } catch (NotApplicable e) {
            memories.values().forEach(Row.Memory::restore);
            all.values().forEach(merged -> site.want(merged.wanted()));
            throw e;
        }
        return all;
    }

    /** A record that others refer to stays: a child could not know of them. From the parent it waits until they refer to it no more. */
    private void keepReferred(Sender from, ChangeSet changeSet, Merged merged, List<Merged> unit) throws NotApplicable {
        boolean again = true;
        while (again) {
            again = false;
            for (Edit edit : List.copyOf(merged.applied())) {
                var row = edit.row();
                var referrers = edit.operation() == Operation.DELETED && !row.exists()
                        ? site.referrers(row)
                        : List.<String>of();
                if (!referrers.isEmpty()) {
                    if (from.parent()) {
                        throw new NotApplicable(
                                row.type() + " " + row.uuid()
                                        + " is to be deleted, and records of this site still refer to it",
                                Set.copyOf(referrers));
                    }
                    revive(changeSet, edit.row(), merged, unit);
                    again = true;
                }
            }
        }
    }

    /** The record is told again after the last of the unit: a later member may delete it once more. */
    private void revive(ChangeSet changeSet, Row row, Merged merged, List<Merged> unit) {
        row.revive();
        unit.forEach(one -> one.withdrawDeletion(row));
        merged.conflict(new Conflict(
                Conflict.Kind.REFERRED_TO,
                row.type(),
                row.uuid(),
                null,
                null,
                changeSet.revision(),
                null,
                changeSet.revision()));
        unit.get(unit.size() - 1).restated(Restatement.whole(row));
    }

    private void requireReferences(Merged merged) throws NotApplicable {
        for (Edit edit : merged.applied()) {
            var missing = edit.row().exists() ? site.missing(edit.row()) : Optional.<String>empty();
            if (missing.isPresent()) {
                throw new NotApplicable(
                        edit.row().type() + " " + edit.row().uuid() + " refers to " + missing.get()
                                + ", which does not exist here; it waits for its creation",
                        Set.of(missing.get()));
            }
        }
    }

    /** Who has the value at the parent keeps it: a child's newcomer gets a substitute here, a child's holder gives way to the parent's. */
    private void makeUnique(Sender from, ChangeSet changeSet, Merged merged, Map<Row, Row.Memory> memories)
            throws NotApplicable {
        for (Edit edit : List.copyOf(merged.applied())) {
            for (Clash clash : site.clashes(edit)) {
                var loser = from.parent() ? clash.holder() : edit.row();
                var substitute = Optional.of(clash.slot())
                        .flatMap(slot -> site.substitute(loser, slot))
                        .orElseThrow(() -> new NotApplicable(
                                edit.row().type() + "." + clash.slot().name()
                                        + " must be unique, and another record has this value; change one of them, then retry",
                                Set.of(clash.holder().uuid(), edit.row().uuid())));
                memories.computeIfAbsent(loser, Row::remember);
                displace(from, changeSet, merged, edit, loser, substitute);
            }
        }
    }

    private void displace(Sender from, ChangeSet changeSet, Merged merged, Edit edit, Row loser, SlotEdit substitute) {
        var lost = loser.now(substitute.slot());
        var whose = from.parent() ? lastRevision(loser, substitute.slot(), changeSet.revision()) : changeSet.revision();
        merged.conflict(new Conflict(
                Conflict.Kind.UNIQUE,
                loser.type(),
                loser.uuid(),
                substitute.slot(),
                lost,
                whose,
                substitute,
                changeSet.revision()));
        loser.set(substitute);
        if (from.parent()) {
            merged.displaced(loser, substitute);
        } else {
            merged.replace(edit, substitute);
            merged.restated(new Edit(loser, Operation.MODIFIED, List.of(substitute)));
        }
    }

    private static UUID lastRevision(Row row, Slot slot, UUID otherwise) {
        return row.touches().stream()
                .filter(touch -> touch.covers(slot))
                .map(Touch::revision)
                .reduce(otherwise, (earlier, later) -> later);
    }

    private static Outcome outcome(ChangeSet changeSet, Result result, String reason) {
        return new Outcome(changeSet.position(), changeSet.revision(), result, reason);
    }
}
