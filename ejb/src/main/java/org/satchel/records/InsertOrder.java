package org.satchel.records;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Says when a batch must be flushed on the way. Hibernate gathers inserts by type; where types refer to each other in a circle (a person was
 * created by a user, who is a person), no order of types is right, so what is there goes to the database first.
 */
final class InsertOrder {

    private final Map<Class<?>, Set<Class<?>>> refersTo = new HashMap<>();
    private final Map<Object, Boolean> pending = new IdentityHashMap<>();

    /** Notes a record that is about to be persisted; true if all before it must be flushed first. */
    boolean closesCircle(Object entity, Set<Object> referred) {
        var type = entity.getClass();
        var circle = referred.stream()
                .filter(pending::containsKey)
                .map(Object::getClass)
                .anyMatch(target -> target != type && reaches(target, type));
        if (circle) {
            refersTo.clear();
            pending.clear();
        }
        referred.stream()
                .filter(pending::containsKey)
                .forEach(target -> refersTo.computeIfAbsent(type, t -> new HashSet<>()).add(target.getClass()));
        pending.put(entity, Boolean.TRUE);
        return circle;
    }

    private boolean reaches(Class<?> from, Class<?> to) {
        var seen = new HashSet<Class<?>>();
        var open = new ArrayDeque<Class<?>>();
        open.add(from);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (next == to) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(refersTo.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
