package org.satchel.ingest;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The database failed while applying. The message names the kind of failure and the constraint, never the statement or a value: a
 * database's own message may quote patient data.
 */
@ApplicationException(rollback = true)
public final class DatabaseFailure extends RuntimeException {

    private static final Pattern CONSTRAINT = Pattern.compile("(?:CONSTRAINT|for key|Column|column) [`']([\\w.]+)[`']");
    private static final String CLASS_DATA = "22";
    private static final String CLASS_CONSTRAINT = "23";
    private static final String CLASS_ROLLBACK = "40";

    private final String state;

    private DatabaseFailure(String message, String state, Throwable cause) {
        super(message, cause);
        this.state = state;
    }

    /** Something that the database is asked. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws SQLException;
    }

    /** Something that is done to the database. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** The answer, or one of these. */
    static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw of(e);
        }
    }

    /** Done, or one of these is thrown. */
    static void run(Work work) {
        ask(() -> {
            work.run();
            return null;
        });
    }

    static DatabaseFailure of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return of(sql);
            }
        }
        return new DatabaseFailure("applying failed: " + failure.getClass().getSimpleName(), "", failure);
    }

    private static DatabaseFailure of(SQLException failure) {
        var found = CONSTRAINT.matcher(String.valueOf(failure.getMessage()));
        var where = found.find() ? " at " + found.group(1) : "";
        var what = failure.getSQLState().startsWith(CLASS_CONSTRAINT)
                ? "the database refused it: a constraint does not hold" + where
                : "the database refused it" + where;
        // The cause stays out: whoever logs this would log the values in the database's message.
        return new DatabaseFailure(what + " (SQL state " + failure.getSQLState() + ")", failure.getSQLState(), null);
    }

    /** Whether the change set's own data is at fault, so that trying again without mending something is in vain. */
    boolean isOfTheData() {
        return state.startsWith(CLASS_DATA) || state.startsWith(CLASS_CONSTRAINT);
    }

    /** Whether another node has committed the same revision meanwhile: the next try sees that it is known. */
    boolean isTwin() {
        return getMessage().contains("satchel_revision_uuid") || getMessage().contains("satchel_parked_revision");
    }

    boolean isDeadlock() {
        return state.startsWith(CLASS_ROLLBACK);
    }
}
