package org.satchel.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.satchel.change.Operation;
import org.satchel.rules.Conflict;
import org.satchel.rules.SlotEdit;

/** Remembers what people entered, with what they saw when they did: to find values that went lost and that no conflict lists. */
final class Chronicle {

    private final List<Entered> entered = new ArrayList<>();
    private final List<Conflict> listedOnce = new ArrayList<>();
    private final Map<Key, Set<SlotEdit>> replaced = new HashMap<>();

    /** @param edit null for a deletion */
    private record Entered(int site, LocalTransaction transaction, Key record, SlotEdit edit) {}

    void committed(int site, LocalTransaction transaction) {
        for (int i = 0; i < transaction.contents().size(); i++) {
            var content = transaction.contents().get(i);
            replaced.computeIfAbsent(content.record(), any -> new HashSet<>())
                    .addAll(transaction.bases().get(i));
            if (content.operation() == Operation.DELETED) {
                entered.add(new Entered(site, transaction, content.record(), null));
            }
            for (SlotEdit edit : content.slots()) {
                boolean stamp = edit.slot()
                        .name()
                        .equals(Shape.of(content.record().type()).stamp());
                boolean empty =
                        edit.present() && (edit.value() == null || edit.value().equals(List.of()));
                if (!stamp && !empty) {
                    entered.add(new Entered(site, transaction, content.record(), edit));
                }
            }
        }
    }

    /**
     * With a disk went values that nobody else had, and a conflict list.
     *
     * @param left all databases that there are now
     */
    void gone(List<SiteState> left, List<Conflict> conflicts) {
        entered.removeIf(one -> left.stream().noneMatch(state -> has(state, one)));
        listedOnce.addAll(conflicts);
    }

    private static boolean has(SiteState state, Entered one) {
        return has(state, one.transaction().revision(), one.record(), one.edit());
    }

    private static boolean has(SiteState state, UUID revision, Key record, SlotEdit edit) {
        var journal = state.find(revision).stream().flatMap(entry -> entry.contents().stream());
        var parked = state.parked.stream()
                .filter(waiting -> waiting.changeSet().revision().equals(revision))
                .flatMap(waiting -> waiting.changeSet().changes().stream())
                .map(change -> new Content(
                        new Key(change.type(), change.uuid()), change.operation(), Translation.slots(change)));
        return Stream.concat(journal, parked)
                .filter(content -> content.record().equals(record))
                .anyMatch(content -> edit == null || content.slots().contains(edit));
    }

    /** Every value that was entered stands, was knowingly replaced, or is listed. */
    void requireNothingLost(List<SimulatedSite> sites) {
        var listed = new HashMap<Key, Set<SlotEdit>>();
        var deletions = new HashSet<Key>();
        var conflicts = new ArrayList<>(listedOnce);
        sites.forEach(site -> conflicts.addAll(site.state().conflicts));
        for (Conflict conflict : conflicts) {
            var key = new Key(conflict.type(), conflict.uuid());
            if (conflict.slot() == null) {
                deletions.add(key);
            } else {
                listed.computeIfAbsent(key, any -> new HashSet<>()).add(conflict.lost());
            }
        }
        for (Entered one : entered) {
            boolean known = one.edit() == null
                    ? deletions.contains(one.record())
                    : replaced.get(one.record()).contains(one.edit())
                            || listed.getOrDefault(one.record(), Set.of()).contains(one.edit());
            Invariants.require(known || stands(sites.get(one.site()), one), "lost and not listed: " + one);
        }
    }

    private static boolean stands(SimulatedSite site, Entered one) {
        var slots = site.state().records.get(one.record());
        if (one.edit() == null || slots == null) {
            // What was taken out of a record that is gone is not there either.
            return slots == null && (one.edit() == null || !one.edit().present());
        }
        var value = slots.get(one.edit().slot());
        return one.edit().present() ? one.edit().value().equals(value) : value == null;
    }
}
