package org.satchel.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;

/**
 * Parked change sets by what belongs together: those of one sender that change the same records, directly or through others, are a unit. Its
 * members stay in the order in which they came.
 */
public final class ParkedUnits {

    private ParkedUnits() {}

    /**
     * A parked change set.
     *
     * @param needs UUIDs of the records whose change may help
     */
    public record Waiting(Sender from, ChangeSet changeSet, Set<String> needs) {}

    /** All units, by the order of their first members. @param parked in the order in which they came */
    public static List<List<Waiting>> of(Collection<Waiting> parked) {
        var units = new ArrayList<List<Waiting>>();
        for (Waiting one : parked) {
            var joined = new ArrayList<Waiting>();
            var others = new ArrayList<List<Waiting>>();
            units.forEach(unit -> {
                if (unit.stream().anyMatch(member -> belongTogether(member, one))) {
                    joined.addAll(unit);
                } else {
                    others.add(unit);
                }
            });
            joined.add(one);
            others.add(inOrder(parked, joined));
            units.clear();
            units.addAll(others);
        }
        return units;
    }

    /**
     * The units worth another try.
     *
     * @param touched UUIDs of the records that were touched since the last try
     * @param settled whether the parent has settled anything since: then what it sent may find its way free
     */
    public static List<List<Waiting>> toRetry(Collection<Waiting> parked, Set<String> touched, boolean settled) {
        return of(parked).stream()
                .filter(unit -> unit.stream()
                        .anyMatch(one -> settled && one.from().parent() || !Collections.disjoint(one.needs(), touched)))
                .toList();
    }

    /**
     * Tries a unit: first as a whole, and if that does not fit, one by one, where those that share a record with one that stays, stay too.
     *
     * @return how many found their way in
     */
    public static int retry(Intake intake, List<Waiting> unit) {
        if (unit.size() > 1 && fits(intake, unit)) {
            return unit.size();
        }
        var staying = new ArrayList<Waiting>();
        for (Waiting one : unit) {
            boolean waits = staying.stream().anyMatch(other -> belongTogether(other, one));
            if (waits || !fits(intake, List.of(one))) {
                staying.add(one);
            }
        }
        return unit.size() - staying.size();
    }

    private static boolean fits(Intake intake, List<Waiting> members) {
        try {
            intake.retry(
                    members.get(0).from(),
                    members.stream().map(Waiting::changeSet).toList());
            return true;
        } catch (NotApplicable e) {
            return false;
        }
    }

    private static boolean belongTogether(Waiting one, Waiting other) {
        return one.from().link() == other.from().link()
                && !Collections.disjoint(records(one.changeSet()), records(other.changeSet()));
    }

    private static Set<String> records(ChangeSet changeSet) {
        var records = new HashSet<String>();
        changeSet.changes().stream().map(Change::uuid).forEach(records::add);
        return records;
    }

    private static List<Waiting> inOrder(Collection<Waiting> all, List<Waiting> some) {
        return all.stream().filter(some::contains).toList();
    }
}
