package org.satchel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 8 for the stream: its length does not count. */
class BoundedMemoryTest {

    private static final int SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void writesVerifiesAndReadsAMillionChangeSetsIn32MegabytesOfHeap() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionChangeSets.class.getName(),
                        folder.resolve("million").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(folder.resolve("output")).content().contains("read 1000000");
        assertThat(process.exitValue()).isZero();
    }
}
