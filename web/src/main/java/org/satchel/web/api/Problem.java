package org.satchel.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a request was refused, as RFC 9457 has it.
 *
 * @param type a stable URI to decide by; {@code urn:satchel:problem:} and a word
 * @param title the kind of problem, for people
 * @param detail this occurrence; never data of a patient
 * @param hint what to do about it
 * @param retryable true if the same request may succeed later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Why a request was refused (RFC 9457)")
public record Problem(String type, String title, int status, String detail, String hint, boolean retryable) {

    public static final String JSON = "application/problem+json";
    public static final MediaType MEDIA_TYPE = MediaType.valueOf(JSON);

    private static final String PREFIX = "urn:satchel:problem:";

    /** @param type the word at the end of the URI, such as {@code not-found} */
    public static Response response(
            int status, String type, String title, String detail, String hint, boolean retryable) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem(PREFIX + type, title, status, detail, hint, retryable))
                .build();
    }
}
