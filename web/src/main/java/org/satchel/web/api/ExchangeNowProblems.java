package org.satchel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.satchel.exchange.ExchangeFailed;

/** "Exchange now" where it cannot be asked for. */
@Provider
public class ExchangeNowProblems implements ExceptionMapper<ExchangeFailed> {

    @Override
    public Response toResponse(ExchangeFailed failure) {
        return Problem.response(
                409, "exchange-not-here", "No exchange can begin here", failure.getMessage(), null, false);
    }
}
