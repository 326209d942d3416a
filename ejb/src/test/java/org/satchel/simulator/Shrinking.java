package org.satchel.simulator;

import java.util.HashSet;
import java.util.Set;

/** Makes a failing run small: fewer sites, fewer steps, as long as it still fails. */
final class Shrinking {

    private Shrinking() {}

    static Scenario of(Scenario failing) {
        var small = failing;
        var failure = Seeds.run(small).orElseThrow();
        small = tried(small, small.upTo(Math.min(small.steps(), failure.step() + 1)));
        for (int chunk = Math.max(1, small.steps() / 2); chunk >= 1; chunk /= 2) {
            small = withoutChunks(small, chunk);
        }
        for (int sites = 2; sites < small.sites(); sites++) {
            var fewer = small.ofSites(sites);
            if (Seeds.run(fewer).isPresent()) {
                return of(fewer);
            }
        }
        return small;
    }

    private static Scenario withoutChunks(Scenario failing, int chunk) {
        var small = failing;
        for (int from = 0; from < failing.steps(); from += chunk) {
            Set<Integer> fewer = new HashSet<>(small.without());
            for (int step = from; step < Math.min(from + chunk, failing.steps()); step++) {
                fewer.add(step);
            }
            if (fewer.size() > small.without().size()) {
                small = tried(small, small.without(fewer));
            }
        }
        return small;
    }

    private static Scenario tried(Scenario failing, Scenario smaller) {
        return Seeds.run(smaller).isPresent() ? smaller : failing;
    }
}
