package org.satchel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.satchel.ingest.SkipRefused;

/** A parked change set that cannot be skipped before another. */
@Provider
public class SkipProblems implements ExceptionMapper<SkipRefused> {

    @Override
    public Response toResponse(SkipRefused refused) {
        return Problem.response(
                409,
                "not-yet",
                "Another one comes first",
                refused.getMessage(),
                "Look at the parked change sets of the same sender, the oldest first.",
                false);
    }
}
