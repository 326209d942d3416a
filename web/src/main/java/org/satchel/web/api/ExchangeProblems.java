package org.satchel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.satchel.transmission.Refusal;

/** Refused transmissions and greetings, as docs/protocol.md lists them. */
@Provider
public class ExchangeProblems implements ExceptionMapper<Refusal> {

    @Override
    public Response toResponse(Refusal refusal) {
        return Problem.response(
                refusal.status(),
                refusal.slug(),
                "The exchange is refused",
                refusal.getMessage(),
                refusal.hint(),
                refusal.retryable());
    }
}
