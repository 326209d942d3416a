package org.satchel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulator that finds nothing proves something only if it would find it. The table of docs/simulator.md is this test's output. */
class PlantedBugsTest {

    private static final int MOST_SEEDS = 3_000;

    @ParameterizedTest
    @EnumSource(value = PlantedBug.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aPlantedBugIsCaught(PlantedBug bug) {
        int seed = 1;
        var failure = Seeds.run(Scenario.of(seed).with(bug));
        while (failure.isEmpty() && seed < MOST_SEEDS) {
            seed++;
            failure = Seeds.run(Scenario.of(seed).with(bug));
        }
        assertThat(failure).as("%s within %d seeds", bug, MOST_SEEDS).isPresent();
        System.out.printf("| %s | %d |%n", bug, seed);
    }
}
