package org.satchel.transmission;

/**
 * Where a transmission stands. Final means final: only {@link #OPEN} changes.
 */
public enum TransmissionState {
    /** Made, perhaps tried; it is tried again until the receiver answers. */
    OPEN,
    /** The receiver has said what it did with every change set; all of it is safe there. */
    ACKNOWLEDGED,
    /** The receiver does not take it and says why; its change sets go in a later transmission once that is mended. */
    REFUSED;

    /** Whether it can still change. */
    public boolean isFinal() {
        return switch (this) {
            case OPEN -> false;
            case ACKNOWLEDGED, REFUSED -> true;
        };
    }
}
