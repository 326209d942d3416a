package org.satchel.wire;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Takes the lines out of a compressed stream, one at a time, and tells a cut stream from a damaged one. */
final class LineReader implements Closeable {

    private static final int CHUNK_BYTES = 32 * 1024;

    private final InputStream in;
    private final LineBuffer line;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int next;
    private int end;

    LineReader(InputStream compressed, Limits limits) throws IOException {
        line = new LineBuffer(limits.lineBytes());
        in = unzip(compressed);
    }

    private static InputStream unzip(InputStream compressed) throws IOException {
        try {
            return new GZIPInputStream(compressed, CHUNK_BYTES);
        } catch (EOFException | ZipException e) {
            throw new WireException(WireCode.NOT_A_STREAM, 1, "what came is not compressed by gzip");
        }
    }

    /** The next line, its line feed included; valid until the next call. A stream that ends before it is cut. */
    LineBuffer read() throws IOException {
        line.start(line.number() + 1);
        while (true) {
            if (next == end && !fill()) {
                throw new WireException(WireCode.TRUNCATED, line.number(), "the stream ends before its trailer");
            }
            int start = next;
            next = afterLineFeed(start);
            line.write(chunk, start, next - start);
            if (chunk[next - 1] == '\n') {
                return line;
            }
        }
    }

    private int afterLineFeed(int start) {
        for (int i = start; i < end; i++) {
            if (chunk[i] == '\n') {
                return i + 1;
            }
        }
        return end;
    }

    /** Reads on to the stream's very end, which makes gzip compare its own checksum. */
    void requireEnd() throws IOException {
        if (next < end || fill()) {
            throw new WireException(WireCode.MALFORMED, line.number() + 1, "something follows the trailer");
        }
    }

    private boolean fill() throws IOException {
        try {
            end = Math.max(0, in.read(chunk, 0, chunk.length));
            next = 0;
            return end > 0;
        } catch (EOFException e) {
            throw new WireException(WireCode.TRUNCATED, line.number(), "the stream ends early");
        } catch (ZipException e) {
            throw new WireException(WireCode.DAMAGED, line.number(), "the compressed data is damaged");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
