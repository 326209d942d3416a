package org.satchel.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the demo keeps databases, servers and the password between runs. One demo at a time. */
final class DemoFolder {

    private final Path folder;

    DemoFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** Takes the folder for this run. */
    void open(boolean fresh) {
        try {
            Files.createDirectories(folder);
            lock();
            if (fresh) {
                empty();
            }
        } catch (IOException e) {
            throw new DemoFailed("The demo's folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("resource") // held until this process ends
    private void lock() throws IOException {
        try {
            var channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // The same answer as for another process.
        }
        throw new DemoFailed(
                "The demo is running already. Use that one, or end it with Ctrl-C in its window and start again.");
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder) && !file.equals(lockFile())) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path lockFile() {
        return folder.resolve("lock");
    }

    /** Whether an earlier demo left its databases here. */
    boolean isUsed() {
        return Files.exists(passwordFile());
    }

    /** The administrator's password of both sites: made at the first run, readable by this user only. */
    String password() {
        try {
            if (!Files.exists(passwordFile())) {
                Files.createFile(
                        passwordFile(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(passwordFile(), UUID.randomUUID().toString().substring(0, 18));
            }
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    /** @throws DemoFailed if another program listens on one of them */
    static void requireFree(List<Integer> ports) {
        for (int port : ports) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.getLocalPort();
            } catch (IOException e) {
                throw new DemoFailed("Port " + port
                        + " is taken by another program. End that program, or choose other ports: ./demo --port "
                        + (port + 1_000 - port % 100));
            }
        }
    }
}
