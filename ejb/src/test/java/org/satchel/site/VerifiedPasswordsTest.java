package org.satchel.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerifiedPasswordsTest {

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private final VerifiedPasswords verified = new VerifiedPasswords(() -> now);

    @Test
    void remembersWhatFitted() {
        verified.add("alice", "right", "hash");

        assertThat(verified.contains("alice", "right", "hash")).isTrue();
    }

    @Test
    void knowsNoOtherPasswordAccountOrHash() {
        verified.add("alice", "right", "hash");

        assertThat(verified.contains("alice", "wrong", "hash")).isFalse();
        assertThat(verified.contains("bob", "right", "hash")).isFalse();
        assertThat(verified.contains("alice", "right", "changed")).isFalse();
    }

    @Test
    void doesNotConfuseWhereTheNameEnds() {
        verified.add("alice", "bright", "hash");

        assertThat(verified.contains("aliceb", "right", "hash")).isFalse();
    }

    @Test
    void forgetsInTime() {
        verified.add("alice", "right", "hash");

        now = now.plus(VerifiedPasswords.LIFE).minus(Duration.ofMillis(1));
        assertThat(verified.contains("alice", "right", "hash")).isTrue();
        now = now.plusMillis(1);
        assertThat(verified.contains("alice", "right", "hash")).isFalse();
    }

    @Test
    void forgetsTheOldestWhenFull() {
        for (int i = 0; i <= VerifiedPasswords.MAX_ENTRIES; i++) {
            verified.add("account" + i, "right", "hash");
        }

        assertThat(verified.contains("account0", "right", "hash")).isFalse();
        assertThat(verified.contains("account1", "right", "hash")).isTrue();
    }
}
