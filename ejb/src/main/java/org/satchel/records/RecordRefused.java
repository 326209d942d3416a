package org.satchel.records;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request for records that cannot be met; it rolls the transaction back, so nothing of it is applied. Message and hint name type,
 * property and kind of value for whoever sent it, and never a value.
 */
@ApplicationException(rollback = true)
public class RecordRefused extends RuntimeException {

    private final Reason reason;
    private final String hint;
    private final transient Place place;
    private final transient List<Violation> violations;

    RecordRefused(Reason reason, Place place, String detail, String hint) {
        this(reason, place, detail, hint, List.of());
    }

    RecordRefused(Reason reason, Place place, String detail, String hint, List<Violation> violations) {
        super(detail);
        this.reason = reason;
        this.place = place;
        this.hint = hint;
        this.violations = List.copyOf(violations);
    }

    public Reason reason() {
        return reason;
    }

    /** What the sender can do about it. */
    public String hint() {
        return hint;
    }

    /** The type that was asked for. */
    public String type() {
        return place.type();
    }

    /** The property at fault, if it is one. */
    public Optional<String> property() {
        return Optional.ofNullable(place.property());
    }

    /** The place in the batch of the record at fault, from 0; empty outside a batch. */
    public OptionalInt index() {
        return place.index() == Place.ALONE ? OptionalInt.empty() : OptionalInt.of(place.index());
    }

    /** For {@link Reason#INVALID}: the first constraints that are broken. */
    public List<Violation> violations() {
        return violations;
    }
}
