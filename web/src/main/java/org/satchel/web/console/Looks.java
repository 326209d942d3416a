package org.satchel.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.satchel.change.Operation;
import org.satchel.conflicts.ConflictState;
import org.satchel.exchange.LinkState;
import org.satchel.ingest.ParkedChangeSet;
import org.satchel.rules.Policy;
import org.satchel.rules.RevisionState;

/** Gives every state its look. Stateless. */
@Named("looks")
@ApplicationScoped
public class Looks {

    public Look link(LinkState state) {
        return switch (state) {
            case NEVER_CONTACTED -> new Look("pi-link", "late", "state.neverContacted");
            case UP_TO_DATE -> new Look("pi-check-circle", "good", "state.upToDate");
            case WAITING -> new Look("pi-clock", "busy", "state.waiting");
            case EXCHANGING -> new Look("pi-sync", "busy", "state.exchanging");
            case RETRYING -> new Look("pi-replay", "late", "state.retrying");
            case DISABLED -> new Look("pi-pause", "off", "state.disabled");
        };
    }

    public Look revision(RevisionState state) {
        return switch (state) {
            case WAITING -> new Look("pi-clock", "busy", "where.WAITING");
            case SENT -> new Look("pi-send", "busy", "where.SENT");
            case AWAITING_CONFIRMATION -> new Look("pi-hourglass", "busy", "where.AWAITING_CONFIRMATION");
            case SYNCHRONISED -> new Look("pi-check-circle", "good", "where.SYNCHRONISED");
            case ALREADY_SYNCHRONISED -> new Look("pi-arrow-down-left", "off", "where.ALREADY_SYNCHRONISED");
            case FAILED_WILL_RETRY -> new Look("pi-replay", "late", "where.FAILED_WILL_RETRY");
            case FAILED_AND_STOPPED -> new Look("pi-exclamation-triangle", "bad", "where.FAILED_AND_STOPPED");
            case NOT_SUPPOSED_TO_SYNC -> new Look("pi-minus-circle", "off", "where.NOT_SUPPOSED_TO_SYNC");
            case REJECTED -> new Look("pi-times-circle", "off", "where.REJECTED");
        };
    }

    /** The site that shows the revision. */
    public Look here() {
        return new Look("pi-home", "good", "where.hereToo");
    }

    public Look operation(Operation operation) {
        return switch (operation) {
            case ADDED -> new Look("pi-plus", "good", "operation.added");
            case MODIFIED -> new Look("pi-pencil", "busy", "operation.modified");
            case DELETED -> new Look("pi-trash", "off", "operation.deleted");
        };
    }

    /** Whether a parked change set is tried again by itself. */
    public Look parked(ParkedChangeSet one) {
        return one.isStopped()
                ? new Look("pi-exclamation-triangle", "bad", "parked.stopped")
                : new Look("pi-clock", "late", "parked.waits");
    }

    /** A policy that somebody chose stands out from what every class begins with. */
    public Look policy(Policy policy) {
        return switch (policy) {
            case LAST_IN_WINS -> new Look("pi-sort-amount-down", "off", "policy.LAST_IN_WINS");
            case PARENT_WINS -> new Look("pi-sitemap", "busy", "policy.PARENT_WINS");
            case REVIEW -> new Look("pi-question-circle", "busy", "policy.REVIEW");
            case AUTHORED_AT -> new Look("pi-lock", "busy", "policy.AUTHORED_AT");
        };
    }

    public Look conflict(ConflictState state) {
        return switch (state) {
            case OPEN -> new Look("pi-question-circle", "late", "conflict.state.OPEN");
            case NOTED -> new Look("pi-info-circle", "off", "conflict.state.NOTED");
            case PUT_BACK -> new Look("pi-pencil", "good", "conflict.state.PUT_BACK");
            case DISMISSED -> new Look("pi-check", "good", "conflict.state.DISMISSED");
        };
    }
}
