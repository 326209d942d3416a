package org.satchel.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a child's machine account: 256 random bits, as text that needs no quoting. Stored as its SHA-256 fingerprint. */
final class MachineSecret {

    private static final String PREFIX = "SHA-256:";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private MachineSecret() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String fingerprint(String secret) {
        return PREFIX + Base64.getEncoder().encodeToString(sha256(secret));
    }

    static boolean isFingerprint(String stored) {
        return stored.startsWith(PREFIX);
    }

    static boolean matches(String secret, String stored) {
        return MessageDigest.isEqual(sha256(secret), Base64.getDecoder().decode(stored.substring(PREFIX.length())));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
