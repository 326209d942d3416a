package org.satchel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.satchel.ingest.ReplacementRefused;

/** A value of a parked change set that cannot be replaced by the one given. */
@Provider
public class ReplacementProblems implements ExceptionMapper<ReplacementRefused> {

    @Override
    public Response toResponse(ReplacementRefused refused) {
        return Problem.response(
                400,
                "wrong-replacement",
                "The value cannot be replaced by that",
                refused.getMessage(),
                refused.hint(),
                false);
    }
}
