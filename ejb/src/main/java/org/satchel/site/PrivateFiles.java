package org.satchel.site;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** New files that only the server's own user may read, from their first byte on. */
final class PrivateFiles {

    private PrivateFiles() {}

    /** Fails with {@link FileAlreadyExistsException} if it is there: what is in it is never overwritten. */
    static void create(Path file, String content) throws IOException {
        Files.createFile(file, ownerOnly(file));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(content));
            channel.force(true);
        }
    }

    /**
     * Like {@link #create}, but nobody ever sees a part of the file: it is written beside its place and then linked there, which fails if
     * another process was faster.
     */
    static void createWhole(Path file, String content, String suffix) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + "." + suffix);
        create(draft, content);
        try {
            Files.createLink(file, draft);
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
