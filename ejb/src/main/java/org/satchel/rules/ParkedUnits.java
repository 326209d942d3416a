package org.satchel.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;

/**
 * Parked change sets by what belongs together. Those of one sender are a unit if they change or need the same records, directly or through
 * others; its members stay in the order in which they came.
 */
public final class ParkedUnits {

    private ParkedUnits() {}

    /**
     * A parked change set.
     *
     * @param needs UUIDs of the records whose change may help
     */
    public record Waiting(Sender from, ChangeSet changeSet, Set<String> needs) {}

    /** One that stays parked. @param why what hindered it this time; null if it only waits for another */
    public record Staying(Waiting waiting, NotApplicable why) {}

    /** All units, by the order of their first members. @param parked in the order in which they came */
    public static List<List<Waiting>> of(List<Waiting> parked) {
        return together(parked, (one, other) -> !Collections.disjoint(about(one), about(other)));
    }

    /**
     * Whether a person may reject it now: what its sender did before to the same records is decided first, because at the sender it stands
     * over that.
     */
    public static boolean mayReject(List<Waiting> parked, Waiting one) {
        return parked.subList(0, parked.indexOf(one)).stream()
                .noneMatch(earlier -> earlier.from().equals(one.from()) && changeTheSame(earlier, one));
    }

    /**
     * The units worth another try: what they need was touched, or they have grown and may now come to something that fits.
     *
     * @param touched UUIDs of the records that were touched since the last try, or that what was parked since is to change
     * @param settled whether the parent has settled anything since: then what it sent may find its way free
     */
    public static List<List<Waiting>> toRetry(List<Waiting> parked, Set<String> touched, boolean settled) {
        return of(parked).stream()
                .filter(unit -> unit.stream().anyMatch(one -> isWorthRetry(one, unit.size(), touched, settled)))
                .toList();
    }

    private static boolean isWorthRetry(Waiting one, int members, Set<String> touched, boolean settled) {
        return settled && one.from().parent()
                || !Collections.disjoint(one.needs(), touched)
                || members > 1 && !Collections.disjoint(records(one.changeSet()), touched);
    }

    /**
     * Tries a unit: as a whole; if that does not fit, those that change the same records together; then one by one, where those that share a
     * record with one that stays, stay too.
     */
    public static List<Staying> retry(Intake intake, List<Waiting> unit) {
        var why = tried(intake, unit);
        if (why == null) {
            return List.of();
        }
        if (unit.size() == 1) {
            return List.of(new Staying(unit.get(0), why));
        }
        var staying = new ArrayList<Staying>();
        var parts = together(unit, ParkedUnits::changeTheSame);
        for (List<Waiting> part : parts) {
            staying.addAll(parts.size() > 1 ? retry(intake, part) : oneByOne(intake, part));
        }
        return staying;
    }

    private static List<Staying> oneByOne(Intake intake, List<Waiting> part) {
        var staying = new ArrayList<Staying>();
        for (Waiting one : part) {
            boolean waits = staying.stream().anyMatch(other -> changeTheSame(other.waiting(), one));
            var why = waits ? null : tried(intake, List.of(one));
            if (waits || why != null) {
                staying.add(new Staying(one, why));
            }
        }
        return staying;
    }

    /** Null if it went well. */
    private static NotApplicable tried(Intake intake, List<Waiting> members) {
        try {
            intake.retry(
                    members.get(0).from(),
                    members.stream().map(Waiting::changeSet).toList());
            return null;
        } catch (NotApplicable e) {
            return e;
        }
    }

    private static List<List<Waiting>> together(List<Waiting> parked, BiPredicate<Waiting, Waiting> belongTogether) {
        var left = new ArrayList<>(parked);
        var units = new ArrayList<List<Waiting>>();
        while (!left.isEmpty()) {
            var unit = new HashSet<Waiting>();
            var reached = List.of(left.get(0));
            while (!reached.isEmpty()) {
                unit.addAll(reached);
                reached = left.stream()
                        .filter(one -> !unit.contains(one))
                        .filter(one -> unit.stream()
                                .anyMatch(
                                        member -> member.from().equals(one.from()) && belongTogether.test(member, one)))
                        .toList();
            }
            units.add(left.stream().filter(unit::contains).toList());
            left.removeAll(unit);
        }
        return units;
    }

    private static boolean changeTheSame(Waiting one, Waiting other) {
        return !Collections.disjoint(records(one.changeSet()), records(other.changeSet()));
    }

    private static Set<String> about(Waiting one) {
        var about = records(one.changeSet());
        about.addAll(one.needs());
        return about;
    }

    private static Set<String> records(ChangeSet changeSet) {
        var records = new HashSet<String>();
        changeSet.changes().stream().map(Change::uuid).forEach(records::add);
        return records;
    }
}
