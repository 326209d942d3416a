package org.satchel.simulator;

import java.util.Optional;

/** Runs seeds: {@code Seeds <first> <count> [bug]}. Prints each that fails, made small, with the command that plays it again. */
final class Seeds {

    private Seeds() {}

    /** How a run failed, and at which step. */
    record Failure(int step, Throwable why) {}

    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        long count = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        var bug = arguments.length > 2 ? PlantedBug.valueOf(arguments[2]) : PlantedBug.NONE;
        boolean talk = arguments.length > 3;
        long failures = 0;
        long started = System.nanoTime();
        for (long seed = first; seed < first + count; seed++) {
            var scenario = Scenario.of(seed).with(bug);
            var failure = run(scenario);
            if (failure.isPresent()) {
                failures++;
                var small = failures <= 3 ? Shrinking.of(scenario) : scenario;
                if (talk) {
                    World.talk = true;
                    run(small);
                    World.talk = false;
                }
                System.out.println(report(small, run(small).orElse(failure.get())));
            }
        }
        long millis = (System.nanoTime() - started) / 1_000_000;
        System.out.println(count + " seeds, " + failures + " failed, " + millis + " ms");
    }

    static Optional<Failure> run(Scenario scenario) {
        var world = new World(scenario);
        try {
            world.run();
            return Optional.empty();
        } catch (Invariants.Broken | RuntimeException e) {
            return Optional.of(new Failure(world.step(), e));
        }
    }

    static String report(Scenario scenario, Failure failure) {
        return "seed " + scenario.seed() + " (" + scenario.sites() + " sites, " + scenario.steps() + " steps, without "
                + scenario.without().size() + ") failed at step " + failure.step() + ": " + failure.why();
    }
}
