package org.satchel.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs scenarios, and reports those that fail: made small, with their story and the command that plays them again. */
final class Seeds {

    private static final int REPORTED = 3;

    private Seeds() {}

    /** How a run failed. */
    record Failure(int step, Throwable why) {}

    /** Runs the scenarios of these seeds. @return reports of the first that failed; empty if none did */
    static List<String> failing(long first, long count) {
        var reports = new ArrayList<String>();
        for (long seed = first; seed < first + count && reports.size() < REPORTED; seed++) {
            var scenario = Scenario.of(seed);
            if (run(scenario).isPresent()) {
                reports.add(report(Shrinking.of(scenario)));
            }
        }
        return reports;
    }

    static Optional<Failure> run(Scenario scenario) {
        return run(scenario, Story.untold());
    }

    private static Optional<Failure> run(Scenario scenario, Story story) {
        var world = new World(scenario, story);
        try {
            world.run();
            return Optional.empty();
        } catch (Invariants.Broken | RuntimeException e) {
            return Optional.of(new Failure(world.step(), e));
        }
    }

    /** The story of a failing scenario, how it ends, and how to see it again. */
    static String report(Scenario scenario) {
        var lines = new ArrayList<String>();
        var failure = run(scenario, Story.to(lines::add));
        failure.ifPresent(
                one -> lines.add("seed " + scenario.seed() + " fails at step " + one.step() + ": " + one.why()));
        lines.add("again: mvn -pl ejb test -Dtest=SimulatorTest -Dsatchel.seed=" + scenario.seed()
                + " -Dsatchel.seeds=1");
        lines.add("as told here: add -Dsatchel.sites=" + scenario.sites() + " -Dsatchel.steps=" + scenario.steps()
                + " -Dsatchel.without="
                + scenario.without().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        return String.join("\n", lines);
    }
}
