package org.satchel.digest;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash of a set of rows that does not depend on their order: the sum, modulo 2^256, of the rows' SHA-256 hashes (AdHash of Bellare and
 * Micciancio, "A New Paradigm for Collision-Free Hashing: Incrementality at Reduced Cost", 1997). So rows are read in whatever order the
 * database likes, in constant memory. It finds accidents, not forgeries.
 */
final class Fingerprint {

    private static final int WORDS = 4;

    private final MessageDigest row;
    private final long[] sum = new long[WORDS];

    Fingerprint() {
        try {
            row = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds a part of the current row. Parts are told apart by their lengths. */
    Fingerprint part(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        row.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        row.update(bytes);
        return this;
    }

    /** Adds a named value; null is left out, so that a column that only a newer version has does not make sites differ. */
    Fingerprint value(String name, Object value) {
        return value == null ? this : part(name).part(canonical(value));
    }

    void endRow() {
        var hash = ByteBuffer.wrap(row.digest());
        long carry = 0;
        for (int i = WORDS - 1; i >= 0; i--) {
            long addend = hash.getLong(i * Long.BYTES);
            long first = sum[i] + addend;
            long second = first + carry;
            carry = Long.compareUnsigned(first, addend) < 0 || Long.compareUnsigned(second, carry) < 0 ? 1 : 0;
            sum[i] = second;
        }
    }

    String hex() {
        var bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (long word : sum) {
            bytes.putLong(word);
        }
        return HexFormat.of().formatHex(bytes.array());
    }

    private static String canonical(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
