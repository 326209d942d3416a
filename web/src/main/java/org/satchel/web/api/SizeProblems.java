package org.satchel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A body that is too large. */
@Provider
public class SizeProblems implements ExceptionMapper<TooLarge> {

    @Override
    public Response toResponse(TooLarge body) {
        return WebProblems.document(413, body.getMessage());
    }
}
