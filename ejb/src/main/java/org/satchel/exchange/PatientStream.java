package org.satchel.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What comes over a line that may fall silent without a word, as a modem or a satellite link does: it is given up when no byte comes for a
 * while. The client's own time limit ends with the answer's first line.
 */
final class PatientStream extends FilterInputStream {

    private final Duration patience;
    private volatile boolean late;

    PatientStream(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var alarm =
                new CompletableFuture<Boolean>().completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS);
        alarm.thenAccept(this::giveUpIf);
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw late ? new IOException("no byte came for " + patience.toSeconds() + " s", e) : e;
        } finally {
            alarm.complete(false);
        }
    }

    /** Wakes the reader. */
    private void giveUpIf(boolean overdue) {
        if (overdue) {
            late = true;
            try {
                in.close();
            } catch (IOException e) {
                // The reader hears of it.
            }
        }
    }
}
