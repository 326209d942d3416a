package org.satchel.simulator;

import java.util.Random;
import java.util.Set;

/**
 * What one run is made from.
 *
 * @param steps how many steps it has
 * @param without steps left out, which is how a failing run is made small
 */
record Scenario(long seed, int sites, int steps, Set<Integer> without, PlantedBug bug) {

    /** Whether backups are restored and sites move. */
    boolean disasters() {
        return seed % 2 == 0 || Boolean.getBoolean("d");
    }

    private static final int STEP_PRIME = 1_000_003;

    static Scenario of(long seed) {
        var random = new Random(seed);
        random.nextLong();
        return new Scenario(seed, 2 + random.nextInt(7), 60 + random.nextInt(180), Set.of(), PlantedBug.NONE);
    }

    Scenario with(PlantedBug planted) {
        return new Scenario(seed, sites, steps, without, planted);
    }

    Scenario ofSites(int fewer) {
        return new Scenario(seed, fewer, steps, without, bug);
    }

    Scenario upTo(int step) {
        return new Scenario(seed, sites, step, without, bug);
    }

    Scenario without(Set<Integer> steps2) {
        return new Scenario(seed, sites, steps, steps2, bug);
    }

    /** Each step has its own numbers, so that leaving one out leaves the others what they were. */
    Random random(int step) {
        var random = new Random(seed * STEP_PRIME + step);
        random.nextLong();
        return random;
    }
}
