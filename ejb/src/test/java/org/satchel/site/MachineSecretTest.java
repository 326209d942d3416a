package org.satchel.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineSecretTest {

    @Test
    void fitsItsOwnFingerprintOnly() {
        var secret = MachineSecret.next();
        var stored = MachineSecret.fingerprint(secret);

        assertThat(MachineSecret.isFingerprint(stored)).isTrue();
        assertThat(MachineSecret.matches(secret, stored)).isTrue();
        assertThat(MachineSecret.matches(MachineSecret.next(), stored)).isFalse();
        assertThat(MachineSecret.matches("", stored)).isFalse();
    }

    @Test
    void has256BitsThatNeedNoQuoting() {
        assertThat(MachineSecret.next()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(MachineSecret.next());
    }

    @Test
    void isNotInItsFingerprint() {
        var secret = MachineSecret.next();

        assertThat(MachineSecret.fingerprint(secret)).doesNotContain(secret);
    }
}
