package org.satchel.web.api;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.satchel.site.Uuids;

/**
 * The edge where everything that nobody expected ends: logged in full under an incident's id, of which the caller gets no more than the id.
 * A database that is away or busy is told apart, and so is a change that another one overtook, because the same request may succeed later.
 */
@Provider
public class UnexpectedProblems implements ExceptionMapper<Throwable> {

    private static final int MAX_CAUSES = 20;

    @Inject
    private Uuids uuids;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof EJBException && failure.getCause() instanceof ConstraintViolationException broken) {
            return new ValidationProblems().toResponse(broken);
        }
        if (isAny(failure, UnexpectedProblems::isOvertaken)) {
            return Problem.response(
                    409,
                    "changed-meanwhile",
                    "The same was changed at the same moment",
                    "Another change came first; nothing of this one was applied.",
                    "Read it again and, if the change is still wanted, send it again.",
                    true);
        }
        var incident = uuids.next();
        ApiMessages.LOG.unexpected(incident, failure);
        var detail = "The server's log says more under " + incident + ".";
        return isAny(failure, UnexpectedProblems::isDatabaseAway)
                ? Problem.response(503, "unavailable", "The database does not answer", detail, "Try again later.", true)
                : Problem.response(
                        500, "internal", "Something went wrong at this site", detail, "Tell whoever runs it.", false);
    }

    private static boolean isAny(Throwable failure, Predicate<Throwable> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(kind);
    }

    /** The row was gone or changed when it was to be written, or the database ended one of two transactions that waited for each other. */
    private static boolean isOvertaken(Throwable cause) {
        return cause instanceof OptimisticLockException || cause instanceof SQLTransactionRollbackException;
    }

    private static boolean isDatabaseAway(Throwable cause) {
        return cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLNonTransientConnectionException;
    }
}
