package org.satchel.rules;

import java.util.List;

/** What a parent's transmission says to be settled, handed out part by part: each decision is noted with the changes that it stands between. */
public final class Decisions {

    private List<Settled> rest;

    public Decisions(List<Settled> runs) {
        rest = List.copyOf(runs);
    }

    /** Those up to a position of the parent that have not been handed out. */
    public List<Settled> upTo(long position) {
        var part = rest.stream().flatMap(run -> run.upTo(position).stream()).toList();
        rest = rest.stream().flatMap(run -> run.after(position).stream()).toList();
        return part;
    }
}
