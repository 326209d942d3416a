package org.satchel.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Puts rows after what they refer to. In a circle (a user is a person whom a user created) one of them has to come first. */
final class DumpOrder {

    private record Step(DumpRow row, Iterator<DumpRow> references) {}

    private DumpOrder() {}

    static List<DumpRow> of(Collection<DumpRow> rows) {
        var order = new ArrayList<DumpRow>(rows.size());
        Set<DumpRow> seen = new HashSet<>();
        for (DumpRow row : rows) {
            visit(row, seen, order);
        }
        return order;
    }

    /** Not recursive: chains of replaced observations may be long. */
    private static void visit(DumpRow start, Set<DumpRow> seen, List<DumpRow> order) {
        Deque<Step> path = new ArrayDeque<>();
        if (seen.add(start)) {
            path.push(step(start));
        }
        while (!path.isEmpty()) {
            var top = path.peek();
            if (top.references().hasNext()) {
                var next = top.references().next();
                if (seen.add(next)) {
                    path.push(step(next));
                }
            } else {
                order.add(top.row());
                path.pop();
            }
        }
    }

    private static Step step(DumpRow row) {
        return new Step(row, row.references().values().iterator());
    }
}
