package org.satchel.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.satchel.change.ChangeSet;

/**
 * Runs in a virtual machine of its own, with a small heap: writes a million change sets, verifies them, and reads
 * them again.
 */
final class MillionChangeSets {

    private static final int COUNT = 1_000_000;

    private MillionChangeSets() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        ChangeSet template = Streams.tiny(1);
        try (TransmissionWriter writer =
                new TransmissionWriter(Files.newOutputStream(file), Streams.header(0, COUNT))) {
            for (int position = 1; position <= COUNT; position++) {
                writer.write(new ChangeSet(
                        position,
                        0,
                        template.revision(),
                        template.origin(),
                        template.author(),
                        template.at(),
                        template.changes(),
                        Map.of()));
            }
            writer.finish();
        }
        TransmissionReader.verify(Files.newInputStream(file));
        long sum = 0;
        try (TransmissionReader reader = new TransmissionReader(Files.newInputStream(file))) {
            for (ChangeSet next = reader.next(); next != null; next = reader.next()) {
                sum += next.changes().size();
            }
        }
        System.out.println("read " + sum);
    }
}
