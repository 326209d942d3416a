package org.satchel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private final Phrases english = new Phrases(Locale.ENGLISH);
    private final Phrases french = new Phrases(Locale.FRENCH);

    @Test
    void saysALengthOfTimeInItsLargestUnit() {
        assertThat(english.ago(Duration.ofSeconds(12))).isEqualTo("12 s ago");
        assertThat(english.ago(Duration.ofSeconds(119))).isEqualTo("1 min ago");
        assertThat(english.ago(Duration.ofHours(25))).isEqualTo("1 day ago");
        assertThat(french.ago(Duration.ofDays(3))).isEqualTo("il y a 3 jours");
    }

    @Test
    void aClockAheadOfOursIsNotThePast() {
        assertThat(english.ago(Duration.ofSeconds(-5))).isEqualTo("0 s ago");
    }

    @Test
    void whatIsOverdueIsDueNow() {
        assertThat(english.in(Duration.ofSeconds(40))).isEqualTo("in 40 s");
        assertThat(english.in(Duration.ofSeconds(-3))).isEqualTo("now");
    }

    @Test
    void choosesTheNumberOfTheSentence() {
        assertThat(english.say("overview.someNeedYou", 1, 0, 1)).isEqualTo("0 of 1 sites are up to date; 1 needs you");
        assertThat(english.say("overview.someNeedYou", 14, 11, 2))
                .isEqualTo("11 of 14 sites are up to date; 2 need you");
        assertThat(french.say("overview.all", 1)).isEqualTo("Le site relié est à jour");
    }

    @Test
    void anEnglishReaderGetsEnglishFromAFrenchServer() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.FRENCH);
        try {
            assertThat(english.say("overview.title")).isEqualTo("Overview");
        } finally {
            Locale.setDefault(before);
        }
    }
}
