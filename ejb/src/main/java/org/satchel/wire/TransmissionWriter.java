package org.satchel.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.satchel.change.ChangeSet;

/**
 * Writes a transmission: created with the header, any number of {@link #write}, then {@link #finish}, which writes
 * the trailer.
 *
 * <p>Closed without {@code finish}, as when an exception cuts the work short, the stream has no trailer and every
 * reader refuses it: a stream that is not whole can never be taken for one that is. A change set that is refused
 * leaves the stream as it was before. Memory is bounded by the longest line. For one thread; closes what it writes
 * to.
 */
public final class TransmissionWriter implements Closeable {

    private final OutputStream out;
    private final LineBuffer line;
    private final Json json;
    private final Tally tally;
    private boolean finished;

    public TransmissionWriter(OutputStream out, Header header) throws IOException {
        this(out, header, Limits.DEFAULT);
    }

    public TransmissionWriter(OutputStream out, Header header, Limits limits) throws IOException {
        this.out = new FastGzip(out);
        line = new LineBuffer(limits.lineBytes());
        json = Json.within(limits);
        tally = new Tally(header, limits);
        line.start(1);
        HeaderCodec.encode(json, header, line);
        line.write('\n');
        tally.header(line);
        line.copyTo(this.out);
    }

    /**
     * Adds a change set.
     *
     * @throws WireException if it is out of order, too large, or holds text that is none; the stream can go on
     *     without it
     * @throws UncheckedIOException if what it writes to fails; the stream stays broken then
     */
    public void write(ChangeSet changeSet) {
        requireUnfinished();
        long number = nextLine();
        tally.check(changeSet.position(), number);
        line.start(number);
        try {
            ChangeSetEncoder.encode(json, changeSet, line);
            line.write('\n');
            tally.changeSet(changeSet.position(), line);
            line.copyTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the stream cannot be written", e);
        }
    }

    /** Adds a change set that has been encoded; else like {@link #write(ChangeSet)}. */
    public void write(EncodedChangeSet changeSet) {
        requireUnfinished();
        long number = nextLine();
        tally.check(changeSet.position(), number);
        line.start(number);
        try {
            line.write(changeSet.line(), 0, changeSet.line().length);
            tally.changeSet(changeSet.position(), line);
            line.copyTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the stream cannot be written", e);
        }
    }

    /** The number of change sets written so far. */
    public long count() {
        return tally.count();
    }

    /** Writes the trailer: only now is the stream whole. */
    public void finish() throws IOException {
        requireUnfinished();
        finished = true;
        line.start(nextLine());
        tally.trailer().encode(json, line);
        line.write('\n');
        line.copyTo(out);
    }

    private long nextLine() {
        return tally.count() + 2;
    }

    private void requireUnfinished() {
        if (finished) {
            throw new IllegalStateException("the stream has its trailer; nothing may follow");
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Compresses for speed: a stronger level takes several times the CPU for a few per cent. */
    private static final class FastGzip extends GZIPOutputStream {

        private static final int BUFFER_BYTES = 16 * 1024;
        private static final int LEVEL = 2;

        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(LEVEL);
        }
    }
}
