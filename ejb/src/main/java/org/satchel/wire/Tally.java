package org.satchel.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keeps count of a stream on either side: positions ascend within the header's range, and every line is in the
 * checksum.
 */
final class Tally {

    private final MessageDigest digest = sha256();
    private final Header header;
    private final Limits limits;
    private long position;
    private long count;

    Tally(Header header, Limits limits) {
        this.header = header;
        this.limits = limits;
        this.position = header.from();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void header(LineBuffer line) {
        line.addTo(digest);
    }

    /** Refuses a change set that is out of place, before it is written or handed out. */
    void check(long next, long line) throws WireException {
        if (count >= limits.changeSets()) {
            throw new WireException(WireCode.TOO_LARGE, line, "more than " + limits.changeSets() + " change sets");
        }
        if (next <= position || next > header.to()) {
            throw new WireException(
                    WireCode.ORDER,
                    line,
                    "position " + next + " comes after " + position + " in a stream that ends at " + header.to());
        }
    }

    void changeSet(long next, LineBuffer line) {
        line.addTo(digest);
        position = next;
        count++;
    }

    /** Ends the tally. */
    Trailer trailer() {
        return new Trailer(count, HexFormat.of().formatHex(digest.digest()));
    }

    long count() {
        return count;
    }
}
