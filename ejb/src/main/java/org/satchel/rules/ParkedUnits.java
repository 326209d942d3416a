package org.satchel.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The parked change sets of one sender by what belongs together. They are a unit if they change or need the same records, directly or through
 * others; its members stay in the order in which they came. Known by names alone, so that a thousand of them cost little.
 */
public final class ParkedUnits {

    /**
     * A parked change set names a record.
     *
     * @param changes whether it changes the record; otherwise it needs it
     */
    public record Naming(UUID revision, String record, boolean changes) {}

    /** One that stays parked. @param why what hindered it this time; null if it only waits for another */
    public record Staying(UUID revision, NotApplicable why) {}

    /** Tries change sets together. @return why not; empty if they are applied now */
    @FunctionalInterface
    public interface Attempt {
        Optional<NotApplicable> at(List<UUID> together);
    }

    private final List<Naming> namings;
    private final Map<UUID, Set<String>> changed = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> units = new HashMap<>();

    /** @param namings in the order in which the change sets came */
    public ParkedUnits(List<Naming> namings) {
        this.namings = List.copyOf(namings);
        for (Naming naming : namings) {
            var records = changed.computeIfAbsent(naming.revision(), r -> new HashSet<>());
            if (naming.changes()) {
                records.add(naming.record());
            }
        }
        together(changed.keySet(), naming -> true).forEach(unit -> unit.forEach(member -> units.put(member, unit)));
    }

    /** All units, by the order of their first members. */
    public List<List<UUID>> all() {
        return changed.keySet().stream().map(units::get).distinct().toList();
    }

    /** The change set's unit; alone if it is not known here. */
    public List<UUID> with(UUID revision) {
        return units.getOrDefault(revision, List.of(revision));
    }

    /**
     * Whether a person may reject it now: what its sender did before to the same records is decided first, because at the sender it stands
     * over that.
     */
    public boolean mayReject(UUID revision) {
        for (var earlier : changed.entrySet()) {
            if (earlier.getKey().equals(revision)) {
                return true;
            }
            if (!Collections.disjoint(earlier.getValue(), changed.getOrDefault(revision, Set.of()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tries a unit: as a whole; if that does not fit, those that change the same records together; then one by one, where those that share a
     * record with one that stays, stay too.
     */
    public List<Staying> retry(List<UUID> unit, Attempt attempt) {
        var why = attempt.at(unit);
        if (why.isEmpty()) {
            return List.of();
        }
        if (unit.size() == 1) {
            return List.of(new Staying(unit.get(0), why.get()));
        }
        var staying = new ArrayList<Staying>();
        var parts = together(unit, Naming::changes);
        for (List<UUID> part : parts) {
            staying.addAll(parts.size() > 1 ? retry(part, attempt) : oneByOne(part, attempt));
        }
        return staying;
    }

    private List<Staying> oneByOne(List<UUID> part, Attempt attempt) {
        var staying = new ArrayList<Staying>();
        var blocked = new HashSet<String>();
        for (UUID one : part) {
            boolean waits = !Collections.disjoint(blocked, changed.get(one));
            var why = waits ? Optional.<NotApplicable>empty() : attempt.at(List.of(one));
            if (waits || why.isPresent()) {
                staying.add(new Staying(one, why.orElse(null)));
                blocked.addAll(changed.get(one));
            }
        }
        return staying;
    }

    /** Those of the members that name the same records, directly or through others. */
    private List<List<UUID>> together(Collection<UUID> members, Predicate<Naming> which) {
        var leaders = new HashMap<UUID, UUID>();
        members.forEach(member -> leaders.put(member, member));
        var firstOfRecord = new HashMap<String, UUID>();
        for (Naming naming : namings) {
            if (which.test(naming) && leaders.containsKey(naming.revision())) {
                var first = firstOfRecord.putIfAbsent(naming.record(), naming.revision());
                if (first != null) {
                    leaders.put(leader(leaders, naming.revision()), leader(leaders, first));
                }
            }
        }
        return List.copyOf(members.stream()
                .collect(Collectors.groupingBy(
                        member -> leader(leaders, member), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static UUID leader(Map<UUID, UUID> leaders, UUID of) {
        var leader = of;
        while (!leaders.get(leader).equals(leader)) {
            leaders.put(leader, leaders.get(leaders.get(leader)));
            leader = leaders.get(leader);
        }
        return leader;
    }
}
