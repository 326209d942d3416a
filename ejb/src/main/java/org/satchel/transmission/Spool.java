package org.satchel.transmission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A transmission's stream in a file that only this process's user may read, deleted when closed. It parts the database from the line: no
 * connection of the pool waits for a slow neighbour, and nothing is applied before the whole stream is verified.
 */
public final class Spool implements AutoCloseable {

    private static final Path FOLDER = emptyFolder();

    private final Path file;

    private Spool(Path file) {
        this.file = file;
    }

    static Spool create() {
        try {
            return new Spool(Files.createTempFile(FOLDER, "transmission-", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("no room for a transmission in " + FOLDER, e);
        }
    }

    /** A folder of this server's own, emptied when it starts: a killed one leaves what it was carrying. */
    private static Path emptyFolder() {
        var server = System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir"));
        var folder = Path.of(server, "satchel-spool");
        try {
            Files.createDirectories(folder);
            try (var left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder " + folder + " for transmissions", e);
        }
    }

    OutputStream write() throws IOException {
        return Files.newOutputStream(file);
    }

    public InputStream read() throws IOException {
        return Files.newInputStream(file);
    }

    public Path file() {
        return file;
    }

    public long bytes() throws IOException {
        return Files.size(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the spooled transmission", e);
        }
    }
}
