package org.satchel.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteSettingsTest {

    @TempDir
    private Path directory;

    private final Map<String, String> config = new HashMap<>();

    @BeforeEach
    void useTheDirectory() {
        config.put(SiteSettings.DATA_DIRECTORY, directory.toString());
    }

    @Test
    void needsNothing() {
        var settings = read();

        assertThat(settings.name()).isNotBlank();
        assertThat(settings.keyFile()).isEqualTo(directory.resolve("satchel.key"));
        assertThat(settings.adminPassword()).isEmpty();
        assertThat(settings.mostChanges()).isEqualTo(20_000);
    }

    @Test
    void takesWhatIsConfigured() {
        config.put(SiteSettings.NAME, "Kigali");
        config.put(SiteSettings.KEY_FILE, directory.resolve("shared.key").toString());
        config.put(SiteSettings.ADMIN_PASSWORD, "long enough");
        config.put(SiteSettings.MOST_CHANGES, "500");

        var settings = read();

        assertThat(settings.name()).isEqualTo("Kigali");
        assertThat(settings.keyFile()).isEqualTo(directory.resolve("shared.key"));
        assertThat(settings.adminPassword()).contains("long enough");
        assertThat(settings.mostChanges()).isEqualTo(500);
    }

    @Test
    void listsAllProblemsAtOnceWithoutThePassword() {
        config.put(SiteSettings.NAME, "two\nlines");
        config.put(SiteSettings.KEY_FILE, "/nowhere/at/all/satchel.key");
        config.put(SiteSettings.ADMIN_PASSWORD, "zebra");
        config.put(SiteSettings.MOST_CHANGES, "many");

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll(
                        SiteSettings.NAME,
                        SiteSettings.KEY_FILE,
                        SiteSettings.ADMIN_PASSWORD,
                        SiteSettings.MOST_CHANGES)
                .hasMessageNotContaining("zebra");
    }

    @Test
    void doesNotShowThePassword() {
        config.put(SiteSettings.ADMIN_PASSWORD, "zebra zebra");

        assertThat(read().toString()).doesNotContain("zebra");
    }

    private SiteSettings read() {
        return SiteSettings.read(name -> Optional.ofNullable(config.get(name)));
    }
}
