package org.satchel.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses bodies that are too large to be held in memory, by what they say or else while they are read. Transmissions are streams and have
 * limits of their own.
 */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {

    /** Holds a record with several texts of 1 MB. */
    static final long MAX_BYTES = 16L * 1024 * 1024;

    private static final String STREAMS = "exchange/";

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath(false).replaceFirst("^/", "").startsWith(STREAMS)) {
            return;
        }
        if (request.getLength() > MAX_BYTES) {
            throw new TooLarge(MAX_BYTES);
        } else if (request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), MAX_BYTES));
        }
    }
}
