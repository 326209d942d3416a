package org.satchel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The package map as ARCHITECTURE.md shows it: the page is the rule, so that it cannot become outdated. */
final class PackageMap {

    static final String ROOT = "org.satchel.";
    static final String CLINIC = "clinic";

    private static final Path PAGE = Path.of("..", "ARCHITECTURE.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");

    private PackageMap() {}

    /** The engine's packages; each may import those before it. */
    static List<String> engine() {
        return all().stream().filter(name -> !name.equals(CLINIC)).toList();
    }

    static List<String> all() {
        try {
            return ROW.matcher(Files.readString(PAGE))
                    .results()
                    .map((MatchResult row) -> row.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the module's tests run beside " + PAGE, e);
        }
    }
}
