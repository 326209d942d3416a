package org.satchel.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the demo was asked for.
 *
 * @param once end when both sites are equal, instead of running on
 * @param dump an OpenMRS database dump to take as the child's data; empty for a made-up clinic
 * @param fresh forget what an earlier demo left
 * @param port of the parent's console; the child's is 100 higher
 * @param patients how many patients the made-up clinic has
 */
record Options(boolean once, Optional<Path> dump, boolean fresh, int port, int patients) {

    static final String HELP =
            """
            ./demo [--once] [--data FILE] [--fresh] [--port N] [--patients N]

              Starts the parent site Kigali and the child site Rwinkwavu, each with its own server and database, loads data at the
              child, changes records at both, and shows that both end equal. Runs until Ctrl-C.

              --once        end as soon as both sites are equal; exit status 0 only then
              --data FILE   take an OpenMRS 2.x database dump (mysqldump) as the child's data, instead of a made-up clinic
              --fresh       forget what an earlier demo left
              --port N      port of the parent's console (default 8080); the child's is 100 higher
              --patients N  size of the made-up clinic (default 40)
            """;

    static Options of(String... arguments) {
        var options = new Options(false, Optional.empty(), false, 8080, 40);
        for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String option, Iterator<String> rest) {
        return switch (option) {
            case "--once" -> new Options(true, dump, fresh, port, patients);
            case "--fresh" -> new Options(once, dump, true, port, patients);
            case "--data" -> new Options(once, Optional.of(readable(value(option, rest))), fresh, port, patients);
            case "--port" -> new Options(once, dump, fresh, number(option, rest), patients);
            case "--patients" -> new Options(once, dump, fresh, port, number(option, rest));
            default -> throw new DemoFailed("There is no option " + option + ".\n\n" + HELP);
        };
    }

    private static Path readable(String file) {
        var path = Path.of(file).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new DemoFailed("There is no file " + path + " to read. Give the dump as: ./demo --data FILE");
        }
        return path;
    }

    private static int number(String option, Iterator<String> rest) {
        var text = value(option, rest);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new DemoFailed(option + " takes a number, not " + text + ".\n\n" + HELP);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new DemoFailed(option + " needs a value.\n\n" + HELP);
        }
        return rest.next();
    }
}
