package org.satchel.records;

import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;

/** Tells what the database's own refusal of a flush means. Its message holds values, so it is not passed on. */
final class DatabaseRefusals {

    /** MySQL and MariaDB: a unique key has that value already. */
    private static final int DUPLICATE = 1062;

    /** MySQL and MariaDB: other rows refer to this one. */
    private static final int REFERENCED = 1451;

    private static final Pattern FOREIGN_KEY = Pattern.compile("CONSTRAINT `([^`]+)` FOREIGN KEY");

    private DatabaseRefusals() {}

    /** Runs what flushes. */
    static <T> T translate(Supplier<T> work, Place place) {
        try {
            return work.get();
        } catch (PersistenceException e) {
            throw translated(e, place);
        }
    }

    private static RuntimeException translated(PersistenceException failure, Place place) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation) {
                return translated(name(violation), violation.getErrorCode(), place, failure);
            }
        }
        return failure;
    }

    /** Hibernate knows the name of a unique key, but not that of a foreign key. */
    private static String name(ConstraintViolationException violation) {
        var foreignKey =
                FOREIGN_KEY.matcher(String.valueOf(violation.getSQLException().getMessage()));
        return foreignKey.find() ? foreignKey.group(1) : violation.getConstraintName();
    }

    private static RuntimeException translated(String constraint, int code, Place place, PersistenceException failure) {
        return switch (code) {
            case DUPLICATE ->
                new RecordRefused(
                        Reason.VALUE_TAKEN,
                        place,
                        "Another record holds a value that may be there only once (unique key " + constraint + ").",
                        "Look for that record and use or change it, or give another value.");
            case REFERENCED ->
                new RecordRefused(
                        Reason.STILL_REFERENCED,
                        place,
                        "Other records refer to this " + place.type() + " (foreign key " + constraint + ").",
                        "Delete or change those records first; where a type can be voided or retired, do that instead.");
            default -> failure;
        };
    }
}
