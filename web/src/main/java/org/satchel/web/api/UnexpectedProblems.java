package org.satchel.web.api;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;
import org.satchel.site.Uuids;

/**
 * The edge where everything that nobody expected ends: logged in full under an incident's id, of which the caller gets no more than the id.
 * A database that is away or busy is told apart, because the same request may succeed later.
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
        var incident = uuids.next();
        ApiMessages.LOG.unexpected(incident, failure);
        var detail = "The server's log says more under " + incident + ".";
        return isDatabaseAway(failure)
                ? Problem.response(503, "unavailable", "The database does not answer", detail, "Try again later.", true)
                : Problem.response(
                        500, "internal", "Something went wrong at this site", detail, "Tell whoever runs it.", false);
    }

    private static boolean isDatabaseAway(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(cause -> cause instanceof SQLTransientException
                        || cause instanceof SQLRecoverableException
                        || cause instanceof SQLNonTransientConnectionException);
    }
}
