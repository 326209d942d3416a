package org.satchel.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void givesBackWhatItEncrypted() {
        var encrypted = secrets("a.key").encrypt("zebra", "link:1");

        assertThat(secrets("a.key").decrypt(encrypted, "link:1")).isEqualTo("zebra");
        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("zebra");
    }

    @Test
    void refusesTheSecretOfAnotherLink() {
        var secrets = secrets("a.key");
        var encrypted = secrets.encrypt("zebra", "link:1");

        assertThatThrownBy(() -> secrets.decrypt(encrypted, "link:2")).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void refusesAnotherKey() {
        var encrypted = secrets("a.key").encrypt("zebra", "link:1");

        assertThatThrownBy(() -> secrets("b.key").decrypt(encrypted, "link:1")).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void refusesADamagedSecret() {
        var secrets = secrets("a.key");
        var encrypted = secrets.encrypt("zebra", "link:1");
        encrypted[encrypted.length - 1] ^= 1;

        assertThatThrownBy(() -> secrets.decrypt(encrypted, "link:1")).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void refusesADamagedKeyFileInsteadOfMakingANewOne() throws IOException {
        Files.writeString(directory.resolve("a.key"), "not a key");

        assertThatThrownBy(() -> secrets("a.key").encrypt("zebra", "link:1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a.key");
        assertThat(directory.resolve("a.key")).hasContent("not a key");
    }

    @Test
    void keepsTheKeyToTheServersUser() throws IOException {
        secrets("a.key").encrypt("zebra", "link:1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a.key"))))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryNotContaining("glob:**.key.*");
    }

    private Secrets secrets(String file) {
        var settings = new SiteSettings("Kigali", directory.resolve(file), Optional.empty(), 20_000, directory);
        return new Secrets(settings, UUID::randomUUID);
    }
}
