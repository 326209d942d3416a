package org.satchel.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.satchel.rules.SlotEdit;

/** Tells, for the one who looks for the mistake, what each step brought into which journal. */
final class Story {

    private static final int SHORT = 4;

    private final Consumer<String> teller;
    private final Map<Integer, Integer> told = new HashMap<>();
    private final Map<Integer, String> parked = new HashMap<>();

    private Story(Consumer<String> teller) {
        this.teller = teller;
    }

    static Story untold() {
        return new Story(null);
    }

    static Story to(Consumer<String> teller) {
        return new Story(teller);
    }

    boolean tell(String event) {
        if (teller != null) {
            teller.accept(event);
        }
        return true;
    }

    void tell(int step, List<SimulatedSite> sites) {
        if (teller != null) {
            sites.forEach(site -> tell("step " + step + " site " + site.id().index(), site));
        }
    }

    private void tell(String where, SimulatedSite site) {
        int index = site.id().index();
        var journal = site.state().journal;
        journal.stream().skip(told.getOrDefault(index, 0)).forEach(entry -> {
            teller.accept(where + ": " + line(entry));
            entry.contents().forEach(content -> teller.accept("      " + line(content)));
        });
        told.put(index, journal.size());
        var waiting = site.state().parked.stream()
                .map(one -> brief(one.changeSet().revision()) + " of "
                        + one.from().link() + " at " + one.changeSet().position() + ": " + one.reason())
                .collect(Collectors.joining("; "));
        if (!waiting.equals(parked.getOrDefault(index, ""))) {
            teller.accept(where + ": parked " + waiting);
        }
        parked.put(index, waiting);
    }

    private static String line(Entry entry) {
        return "number " + entry.number() + " revision " + brief(entry.revision()) + " by " + entry.author() + " at "
                + entry.origin().getLeastSignificantBits() + ", link " + entry.from() + ", at parent "
                + entry.parentPosition() + ", seen " + entry.seen() + ", horizon " + entry.horizon() + ", settles "
                + entry.settles() + "/" + entry.settled();
    }

    private static String line(Content content) {
        return content.operation() + " " + content.record().type() + " "
                + brief(content.record().uuid())
                + content.slots().stream().map(Story::line).collect(Collectors.joining(", ", " [", "]"));
    }

    private static String line(SlotEdit edit) {
        var slot = edit.slot().name()
                + (edit.slot().isWhole() ? "" : "[" + edit.slot().key() + "]");
        return edit.present() ? slot + "=" + edit.value() : slot + " taken";
    }

    private static String brief(Object id) {
        return id.toString().substring(0, SHORT);
    }
}
