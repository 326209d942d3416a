package org.satchel.records;

import java.util.ArrayDeque;
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
 * Cuts a batch into levels to be flushed one after the other. Hibernate gathers inserts by type; where types refer to themselves or to each
 * other in a circle (an observation belongs to a group, a person was created by a user, who is a person), no order of types is right, so what
 * is referred to goes to the database a level earlier.
 */
final class InsertLevels {

    private final Map<Class<?>, Set<Class<?>>> refersTo = new HashMap<>();
    private final Map<Object, Collection<Object>> records = new IdentityHashMap<>();
    private final List<Object> order = new ArrayList<>();

    /** Adds a record after those of the batch that it refers to. */
    void add(Object entity, Collection<Object> referred) {
        records.put(entity, referred);
        order.add(entity);
        referred.forEach(target -> refersTo.computeIfAbsent(entity.getClass(), t -> new HashSet<>())
                .add(target.getClass()));
    }

    /** The records, those that must be in the database earlier in an earlier list. */
    Collection<List<Object>> levels() {
        var circles = new HashMap<Class<?>, Set<Class<?>>>();
        refersTo.keySet().forEach(type -> circles.put(type, reachable(type)));
        var level = new IdentityHashMap<Object, Integer>();
        var levels = new TreeMap<Integer, List<Object>>();
        for (var entity : order) {
            var own = records.get(entity).stream()
                    .mapToInt(target -> level.get(target) + (isCircle(entity, target, circles) ? 1 : 0))
                    .max()
                    .orElse(0);
            level.put(entity, own);
            levels.computeIfAbsent(own, l -> new ArrayList<>()).add(entity);
        }
        return levels.values();
    }

    /** Whether the target's type refers back, by whatever detour. */
    private static boolean isCircle(Object entity, Object target, Map<Class<?>, Set<Class<?>>> reachable) {
        return reachable.getOrDefault(target.getClass(), Set.of()).contains(entity.getClass());
    }

    private Set<Class<?>> reachable(Class<?> from) {
        var seen = new HashSet<Class<?>>();
        var open = new ArrayDeque<Class<?>>(refersTo.get(from));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (seen.add(next)) {
                open.addAll(refersTo.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }
}
