package org.satchel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PatientStreamTest {

    @Test
    void passesOnWhatComes() throws IOException {
        var stream = new PatientStream(new ByteArrayInputStream(new byte[] {1, -1}), Duration.ofMinutes(1));
        assertThat(stream.read()).isEqualTo(1);
        assertThat(stream.readAllBytes()).containsExactly(-1);
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void givesUpALineThatFallsSilent() {
        var stream = new PatientStream(new Silence(), Duration.ofMillis(20));
        assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("no byte came");
    }

    /** Blocks until it is closed, as the answer of an HTTP client does. */
    private static final class Silence extends InputStream {

        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
