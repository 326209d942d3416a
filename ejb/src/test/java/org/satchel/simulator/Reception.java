package org.satchel.simulator;

import java.util.ArrayList;
import java.util.List;
import org.satchel.change.ChangeSet;
import org.satchel.rules.Sender;
import org.satchel.rules.Settled;
import org.satchel.wire.Header;

/** A verified transmission on its way into a site, batch by batch; a crash forgets it. */
final class Reception {

    private final Sender from;
    private final Header header;
    private final List<ChangeSet> changeSets;
    private int next;

    Reception(Sender from, Header header, List<ChangeSet> changeSets) {
        this.from = from;
        this.header = header;
        this.changeSets = changeSets;
    }

    Sender from() {
        return from;
    }

    Header header() {
        return header;
    }

    List<ChangeSet> changeSets() {
        return changeSets;
    }

    /** What the sender has decided at its positions up to there; to note it again changes nothing. */
    List<Settled> settled(long end) {
        var now = new ArrayList<Settled>();
        for (Settled run : header.settled()) {
            run.upTo(end).ifPresent(now::add);
        }
        return now;
    }

    List<ChangeSet> batch(int size) {
        return changeSets.subList(next, Math.min(next + size, changeSets.size()));
    }

    /** The sender's position up to which all is in, once this batch is. */
    long end(List<ChangeSet> batch) {
        boolean last = next + batch.size() == changeSets.size();
        return last ? header.to() : batch.get(batch.size() - 1).position();
    }

    /** @return whether that was all */
    boolean done(List<ChangeSet> batch) {
        next += batch.size();
        return next == changeSets.size();
    }
}
