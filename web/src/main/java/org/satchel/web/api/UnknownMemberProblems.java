package org.satchel.web.api;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A member that the resource does not know. RESTEasy has a mapper for exactly this exception that would win over {@link JsonProblems}. */
@Provider
public class UnknownMemberProblems implements ExceptionMapper<UnrecognizedPropertyException> {

    @Override
    public Response toResponse(UnrecognizedPropertyException unknown) {
        return new JsonProblems().toResponse(unknown);
    }
}
