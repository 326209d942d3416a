package org.satchel.web.console;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.satchel.conflicts.ConflictState;
import org.satchel.model.ValueKind;
import org.satchel.rules.Conflict;
import org.satchel.rules.Policy;
import org.satchel.site.LinkRole;

class MessagesTest {

    private static final Pattern SAID = Pattern.compile("words\\.say\\('([\\w.]+)'[,)]");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es"})
    void everyLanguageHasTheSameKeys(String language) throws IOException {
        assertThat(messages("_" + language).stringPropertyNames())
                .isEqualTo(messages("").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es"})
    void everyLanguageTakesTheSameValues(String language) throws IOException {
        var english = messages("");
        var other = messages("_" + language);
        for (var key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_fr", "_es"})
    void noApostropheIsLost(String suffix) throws IOException {
        messages(suffix).forEach((key, pattern) -> assertThat(pattern.toString().replace("''", ""))
                .as("an apostrophe in a pattern is written twice: %s", key)
                .doesNotContain("'"));
    }

    @Test
    void pagesSayOnlyWhatTheBundleHas() throws IOException {
        var keys = messages("").stringPropertyNames();
        for (var page : pages()) {
            SAID.matcher(Files.readString(page))
                    .results()
                    .forEach(said -> assertThat(keys).as("%s", page).contains(said.group(1)));
        }
    }

    @Test
    void everyChoiceHasItsWords() throws IOException {
        var keys = messages("").stringPropertyNames();
        assertThat(keys)
                .containsAll(words("conflict.kind.", Conflict.Kind.values()))
                .containsAll(words("conflict.why.", Conflict.Kind.values()))
                .containsAll(words("conflict.state.", ConflictState.values()))
                .containsAll(words("policy.", Policy.values()))
                .containsAll(words("policy.why.", Policy.values()))
                .containsAll(words("replacement.kind.", ValueKind.values()))
                .containsAll(words("overview.role.", LinkRole.values()));
    }

    @Test
    void everyPatternCanBeRead() throws IOException {
        for (var suffix : Arrays.asList("", "_fr", "_es")) {
            messages(suffix).forEach((key, pattern) -> assertThatCode(
                            () -> new MessageFormat(pattern.toString(), Locale.ROOT).format(new Object[] {2, 1, 1}))
                    .as("%s%s", key, suffix)
                    .doesNotThrowAnyException());
        }
    }

    private static SortedSet<Path> pages() throws IOException {
        try (var files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).collect(toCollection(TreeSet::new));
        }
    }

    private static List<String> words(String prefix, Enum<?>... choices) {
        return Arrays.stream(choices).map(choice -> prefix + choice).toList();
    }

    private static SortedSet<String> places(String pattern) {
        return Pattern.compile("\\{(\\d)")
                .matcher(pattern)
                .results()
                .map(place -> place.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Properties messages(String suffix) throws IOException {
        var properties = new Properties();
        try (var file = MessagesTest.class.getResourceAsStream("messages" + suffix + ".properties");
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
