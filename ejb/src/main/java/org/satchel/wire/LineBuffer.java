package org.satchel.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** One line in memory, used again for the next one. It grows with the longest line, up to the limit. */
final class LineBuffer extends OutputStream {

    private static final int KEPT_BYTES = 1 << 20;

    private final int limitBytes;
    private byte[] bytes = new byte[8192];
    private int length;
    private long number;

    LineBuffer(int limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Starts a line; one giant line does not hold its memory for the rest of the stream. */
    void start(long lineNumber) {
        number = lineNumber;
        length = 0;
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[8192];
        }
    }

    @Override
    public void write(int b) throws IOException {
        grow(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        grow(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    private void grow(int count) throws WireException {
        if (count > limitBytes - length) {
            throw new WireException(WireCode.TOO_LARGE, number, "the line is longer than " + limitBytes + " bytes");
        }
        if (count > bytes.length - length) {
            long wanted = Math.max((long) bytes.length * 2, (long) length + count);
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, limitBytes));
        }
    }

    void addTo(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    void copyTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }
}
