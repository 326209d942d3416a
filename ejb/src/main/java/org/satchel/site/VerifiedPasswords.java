package org.satchel.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes that a password fitted a stored hash, so that the next request need not stretch it again. Thread-safe.
 *
 * <p>The stored hash is part of the key and is read with every request: a changed password or a disabled account counts at once, on every
 * node. Nothing here tells a password: keys are HMACs under a key of this process.
 */
@ApplicationScoped
class VerifiedPasswords {

    static final Duration LIFE = Duration.ofMinutes(5);
    static final int MAX_ENTRIES = 1_000;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key = newKey();
    private final Map<ByteBuffer, Instant> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Instant> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    private InstantSource clock;

    VerifiedPasswords() {}

    @Inject
    VerifiedPasswords(InstantSource clock) {
        this.clock = clock;
    }

    boolean contains(String account, String password, String stored) {
        var mark = mark(account, password, stored);
        synchronized (until) {
            var end = until.get(mark);
            if (end != null && clock.instant().isBefore(end)) {
                return true;
            }
            until.remove(mark);
            return false;
        }
    }

    void add(String account, String password, String stored) {
        var mark = mark(account, password, stored);
        synchronized (until) {
            until.put(mark, clock.instant().plus(LIFE));
        }
    }

    private ByteBuffer mark(String... parts) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static SecretKeySpec newKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, HMAC);
    }
}
