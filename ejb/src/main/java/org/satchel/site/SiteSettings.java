package org.satchel.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What differs per installation, read once and checked as a whole.
 *
 * @param name {@code satchel.site.name}, used at the first start; the host's name if absent
 * @param keyFile {@code satchel.key.file}, shared by the nodes of one site
 * @param adminPassword {@code satchel.admin.password}, used only when the account admin is made
 * @param mostChanges {@code satchel.transmission.changes}: so many changes go into one transmission
 * @param dataDirectory where the server keeps its data
 */
record SiteSettings(String name, Path keyFile, Optional<String> adminPassword, int mostChanges, Path dataDirectory) {

    static final String NAME = "satchel.site.name";
    static final String KEY_FILE = "satchel.key.file";
    static final String ADMIN_PASSWORD = "satchel.admin.password";
    static final String MOST_CHANGES = "satchel.transmission.changes";
    static final String DATA_DIRECTORY = "jboss.server.data.dir";

    /** Large enough that a round trip and a commit hardly count, small enough to be carried again after a cut. */
    private static final int DEFAULT_CHANGES = 20_000;

    private static final int LEAST_CHANGES = 10;

    /** Throws {@link InvalidSettings} with every problem found. Values are not repeated in it: one may be a password. */
    static SiteSettings read(Function<String, Optional<String>> config) {
        var problems = new ArrayList<String>();
        var name = config.apply(NAME).orElseGet(SiteSettings::hostName);
        if (!SiteNames.valid(name)) {
            problems.add(
                    NAME + " must have 1 to " + SiteNames.MAX_CHARACTERS + " characters and no control characters");
        }
        var data = directory(config.apply(DATA_DIRECTORY).orElse("."), problems);
        var keyFile = keyFile(config.apply(KEY_FILE), data, problems);
        var password = config.apply(ADMIN_PASSWORD);
        password.flatMap(Passwords::problem).ifPresent(problem -> problems.add(ADMIN_PASSWORD + " " + problem));
        int changes = mostChanges(config.apply(MOST_CHANGES), problems);
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return new SiteSettings(name, keyFile, password, changes, data);
    }

    private static int mostChanges(Optional<String> value, List<String> problems) {
        try {
            int changes = value.map(Integer::valueOf).orElse(DEFAULT_CHANGES);
            if (changes >= LEAST_CHANGES && changes <= DEFAULT_CHANGES) {
                return changes;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        problems.add(MOST_CHANGES + " must be a whole number from " + LEAST_CHANGES + " to " + DEFAULT_CHANGES);
        return DEFAULT_CHANGES;
    }

    private static Path directory(String value, List<String> problems) {
        var directory = Path.of(value);
        if (!Files.isWritable(directory)) {
            problems.add(DATA_DIRECTORY + " must be a directory that the server can write");
        }
        return directory;
    }

    private static Path keyFile(Optional<String> value, Path data, List<String> problems) {
        try {
            var file = value.map(Path::of)
                    .orElseGet(() -> data.resolve("satchel.key"))
                    .toAbsolutePath();
            if (Files.exists(file) ? !Files.isReadable(file) : !Files.isWritable(file.getParent())) {
                problems.add(
                        KEY_FILE + " must be a readable file, or a new one in a directory that the server can write");
            }
            return file;
        } catch (InvalidPathException e) {
            problems.add(KEY_FILE + " is not a path: " + e.getReason());
            return data;
        }
    }

    private static String hostName() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), SiteNames.MAX_CHARACTERS));
        } catch (UnknownHostException e) {
            return "site";
        }
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "SiteSettings[name=" + name + ", keyFile=" + keyFile + "]";
    }
}
