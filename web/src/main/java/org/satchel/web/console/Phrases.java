package org.satchel.web.console;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Sentences and lengths of time in one language. Immutable.
 *
 * @param locale the language, and how numbers are written
 */
record Phrases(Locale locale) {

    static final String BUNDLE = "org.satchel.web.console.messages";

    String say(String key, Object... values) {
        var pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }

    String ago(Duration past) {
        return say("time.ago", span(past));
    }

    /** When something is due; what is overdue is due now. */
    String in(Duration future) {
        return future.toSeconds() < 1 ? say("time.now") : say("time.in", span(future));
    }

    /** A length of time in its largest unit, cut off; below zero, as clocks may differ, counts as zero. */
    String span(Duration length) {
        if (length.toDays() > 0) {
            return say("time.days", length.toDays());
        }
        if (length.toHours() > 0) {
            return say("time.hours", length.toHours());
        }
        if (length.toMinutes() > 0) {
            return say("time.minutes", length.toMinutes());
        }
        return say("time.seconds", Math.max(0, length.toSeconds()));
    }
}
