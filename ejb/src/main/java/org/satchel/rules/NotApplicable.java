package org.satchel.rules;

import java.util.Set;

/** A change set cannot be applied now; the message names what, where and what it waits for, never a value of a record. */
public final class NotApplicable extends Exception {

    private final transient Set<String> needs;

    /** @param needs UUIDs of the records whose change may help; empty if none would */
    public NotApplicable(String reason, Set<String> needs) {
        super(reason);
        this.needs = Set.copyOf(needs);
    }

    public NotApplicable(String reason) {
        this(reason, Set.of());
    }

    public Set<String> needs() {
        return needs;
    }
}
