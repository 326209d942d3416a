package org.satchel.web.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {

    private static final byte[] BODY = {1, 2, 3, 4};

    @Test
    void givesABodyOfExactlyTheLimit() throws IOException {
        assertArrayEquals(BODY, limited(BODY.length).readAllBytes());
    }

    @Test
    void refusesOneByteMoreThanTheLimit() {
        assertThrows(TooLarge.class, () -> limited(BODY.length - 1).readAllBytes());
    }

    @Test
    void countsSingleBytesToo() throws IOException {
        var stream = limited(1);

        assertEquals(1, stream.read());
        assertThrows(TooLarge.class, stream::read);
    }

    private static LimitedStream limited(long maxBytes) {
        return new LimitedStream(new ByteArrayInputStream(BODY), maxBytes);
    }
}
