package org.satchel.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Times and sentences in the reader's language, for pages. Times of day are in the zone of this site's server and name it. */
@Named("words")
@RequestScoped
public class Words {

    @Inject
    private InstantSource clock;

    /** A message of the bundle with its values filled in. */
    public String say(String key, Object... values) {
        return phrases().say(key, values);
    }

    /** Names in a row, or a dash for none. */
    public String list(List<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    /** A number as the reader writes it. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(phrases().locale()).format(number);
    }

    /** How long ago, or a dash for never. */
    public String ago(Instant past) {
        return past == null ? "–" : phrases().ago(Duration.between(past, clock.instant()));
    }

    /** In how long, or a dash for not planned. */
    public String in(Instant future) {
        return future == null ? "–" : phrases().in(Duration.between(clock.instant(), future));
    }

    /** How old, or a dash for nothing. */
    public String age(Instant since) {
        return since == null ? "–" : phrases().span(Duration.between(since, clock.instant()));
    }

    /** Date and time of day. */
    public String at(Instant moment) {
        return format(moment, FormatStyle.MEDIUM);
    }

    /** Date and time of day with the zone. */
    public String exactly(Instant moment) {
        return moment == null ? "" : format(moment, FormatStyle.FULL);
    }

    private String format(Instant moment, FormatStyle time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, time)
                .withLocale(phrases().locale())
                .format(moment.atZone(ZoneId.systemDefault()));
    }

    private static Phrases phrases() {
        return new Phrases(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }
}
