package org.satchel.simulator;

import java.util.List;
import org.satchel.change.Operation;
import org.satchel.rules.Touch;

/** A known way to get it wrong, put in on purpose: the simulator must find each. */
enum PlantedBug {
    NONE,
    GAP_SKIPPED,
    ECHO_TO_SENDER,
    OLDER_PENDING_LOSES,
    ACKNOWLEDGED_BEFORE_COMMIT,
    SEEN_LOST,
    SEEN_NOT_TRANSLATED,
    NOT_SETTLED,
    SETTLED_ON_ACKNOWLEDGEMENT,
    DUPLICATES_APPLIED,
    POSITION_BEFORE_COMMIT,
    RESTATEMENTS_FORGOTTEN,
    DELETION_DOES_NOT_VOID,
    DEPENDANTS_DO_NOT_WAIT,
    PARKED_DROPPED,
    RECEIVED_BEFORE_APPLIED,
    WHOLE_NOT_VERIFIED,
    LOST_NOT_ADOPTED,
    NOT_COMPARED,
    BACKUP_NOT_NOTICED,
    HORIZON_JUMPS_AHEAD,
    RECEIVED_JUMPS_AHEAD,
    AHEAD_OF_CAUSES;

    private static final long NOBODY = -1;

    List<Touch> disguise(List<Touch> touches) {
        return switch (this) {
            case OLDER_PENDING_LOSES ->
                touches.stream()
                        .map(touch -> touch.parentPosition() == Touch.NOT_YET ? with(touch, touch.from(), 0) : touch)
                        .toList();
            case DELETION_DOES_NOT_VOID ->
                touches.stream()
                        .map(touch -> touch.operation() == Operation.DELETED
                                ? with(touch, NOBODY, touch.parentPosition())
                                : touch)
                        .toList();
            default -> touches;
        };
    }

    private static Touch with(Touch touch, long from, long parentPosition) {
        return new Touch(
                touch.revision(),
                from,
                touch.position(),
                parentPosition,
                touch.seen(),
                touch.operation(),
                touch.slots());
    }
}
