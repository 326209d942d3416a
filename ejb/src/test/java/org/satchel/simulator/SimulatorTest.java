package org.satchel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * By default a fixed set of seeds. More: {@code mvn -pl ejb test -Dtest=SimulatorTest -Dsatchel.seeds=100000}; from another first one on with
 * {@code -Dsatchel.seed}. A failing seed prints the command that plays it again.
 */
class SimulatorTest {

    private static final int FIXED_SEEDS = 2_000;

    @Test
    void sitesEndEqualAndLoseNothingWhateverHappens() {
        long first = Long.getLong("satchel.seed", 1);
        assertThat(
                        System.getProperty("satchel.steps") == null
                                ? Seeds.failing(first, Long.getLong("satchel.seeds", FIXED_SEEDS))
                                : small(first))
                .as("failing seeds")
                .isEmpty();
    }

    private static java.util.List<String> small(long seed) {
        var without = System.getProperty("satchel.without", "");
        var scenario = Scenario.of(seed)
                .ofSites(Integer.getInteger("satchel.sites", Scenario.of(seed).sites()))
                .upTo(Integer.getInteger("satchel.steps"))
                .without(Arrays.stream(without.split(","))
                        .filter(step -> !step.isBlank())
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()));
        return Seeds.run(scenario).map(failure -> Seeds.report(scenario)).stream()
                .toList();
    }
}
