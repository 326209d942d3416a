package org.satchel.web.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is refused as soon as more than so many bytes of it have come. */
final class LimitedStream extends FilterInputStream {

    private final long maxBytes;
    private long seen;

    LimitedStream(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        seen += bytes;
        if (seen > maxBytes) {
            throw new TooLarge(maxBytes);
        }
    }
}
