package org.satchel.simulator;

import java.util.Set;
import org.satchel.change.ChangeSet;
import org.satchel.rules.Sender;

/** A change set that waits. */
record Parked(Sender from, ChangeSet changeSet, Set<String> needs, String reason) {

    Parked at(long position) {
        return new Parked(from, changeSet.at(position), needs, reason);
    }
}
