package org.satchel.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sorts records into levels so that the database's foreign keys hold at every statement: what a record refers to stands in a lower level.
 * Within a level any order will do, so each type of a level is one batch. A reference that closes a circle is set afterwards.
 */
final class WriteOrder {

    /** A reference to be written once both records are there. */
    record Postponed(RecordState record, int field) {}

    private final Map<RecordState, Integer> levels = new IdentityHashMap<>();
    private final Set<RecordState> onPath = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Postponed> postponed = new ArrayList<>();
    private final TreeMap<Integer, List<RecordState>> byLevel = new TreeMap<>();

    private WriteOrder() {}

    /** Creations, lowest level first. */
    static WriteOrder ofInserts(Collection<RecordState> states) {
        var order = new WriteOrder();
        states.stream().filter(RecordState::isInsert).forEach(state -> order.levelOfInsert(state));
        order.group();
        return order;
    }

    /** Deletions, those that refer to others first. */
    static List<List<RecordState>> ofDeletes(Collection<RecordState> states) {
        var byKey = new HashMap<String, RecordState>();
        states.stream()
                .filter(RecordState::isDelete)
                .forEach(state -> byKey.put(name(state.recordType().root(), state.referenceKey()), state));
        var order = new WriteOrder();
        byKey.values().forEach(state -> order.levelOfDelete(state, byKey));
        order.group();
        return new ArrayList<>(order.byLevel.descendingMap().values());
    }

    List<List<RecordState>> levels() {
        return new ArrayList<>(byLevel.values());
    }

    List<Postponed> postponed() {
        return postponed;
    }

    Set<Integer> postponedFields(RecordState state) {
        var fields = new HashSet<Integer>();
        postponed.stream().filter(p -> p.record() == state).forEach(p -> fields.add(p.field()));
        return fields;
    }

    private void group() {
        levels.forEach((state, level) ->
                byLevel.computeIfAbsent(level, l -> new ArrayList<>()).add(state));
    }

    private int levelOfInsert(RecordState state) {
        var known = levels.get(state);
        if (known != null) {
            return known;
        }
        onPath.add(state);
        int level = state.key() instanceof RecordState lender ? levelOfInsert(lender) + 1 : 0;
        for (int i = 0; i < state.recordType().fields().size(); i++) {
            if (state.reference(i) instanceof RecordState target && target != state && target.isInsert()) {
                if (onPath.contains(target)) {
                    postponed.add(new Postponed(state, i));
                } else {
                    level = Math.max(level, levelOfInsert(target) + 1);
                }
            }
        }
        onPath.remove(state);
        levels.put(state, level);
        return level;
    }

    private int levelOfDelete(RecordState state, Map<String, RecordState> byKey) {
        var known = levels.get(state);
        if (known != null) {
            return known;
        }
        onPath.add(state);
        int level = 0;
        if (state.recordType().uuidLender().isPresent()) {
            level = above(
                    byKey.get(name(state.recordType().uuidLender().get(), state.referenceKey())), state, level, byKey);
        }
        for (int i = 0; i < state.recordType().fields().size(); i++) {
            var field = state.field(i);
            if (field.isReference() && state.value(i) != null) {
                level = above(byKey.get(name(field.target().get(), state.value(i))), state, level, byKey);
            }
        }
        onPath.remove(state);
        levels.put(state, level);
        return level;
    }

    private int above(RecordState target, RecordState state, int level, Map<String, RecordState> byKey) {
        return target == null || target == state || onPath.contains(target)
                ? level
                : Math.max(level, levelOfDelete(target, byKey) + 1);
    }

    private static String name(String type, Object key) {
        return type + "/" + key;
    }
}
