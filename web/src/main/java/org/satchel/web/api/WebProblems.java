package org.satchel.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS or a resource refused by status. A response with a document of its own stays as it is. */
@Provider
public class WebProblems implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refusal) {
        var response = refusal.getResponse();
        if (response.getStatus() < 400 || hasDocument(response)) {
            return response;
        }
        var problem = document(response.getStatus(), detail(refusal));
        // Headers such as Allow belong to the answer.
        var answer = Response.fromResponse(problem);
        response.getStringHeaders().forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
        return answer.type(Problem.MEDIA_TYPE).build();
    }

    /** Plain text is RESTEasy's own word, not a document of ours. */
    private static boolean hasDocument(Response response) {
        return response.hasEntity() && !MediaType.TEXT_PLAIN_TYPE.isCompatible(response.getMediaType());
    }

    static Response document(int status, String detail) {
        return switch (status) {
            case 400 -> Problem.response(400, "bad-request", "The request cannot be understood", detail, null, false);
            case 401 -> Problem.response(401, "unauthenticated", "Login needed", detail, null, false);
            case 403 ->
                Problem.response(
                        403,
                        "forbidden",
                        "This account may not do that",
                        detail,
                        "Log in with an account that has the role for it.",
                        false);
            case 404 ->
                Problem.response(404, "not-found", "There is nothing here", detail, "Check the address.", false);
            case 405 ->
                Problem.response(405, "method-not-allowed", "This method is not for this address", detail, null, false);
            case 413 ->
                Problem.response(413, "too-large", "That is too large", detail, "Send it in smaller parts.", false);
            case 415 -> Problem.response(415, "media-type", "This media type is not read here", detail, null, false);
            case 503 -> Problem.response(503, "unavailable", "Not now", detail, "Try again later.", true);
            default -> other(status, detail);
        };
    }

    private static Response other(int status, String detail) {
        var ours = status >= 500;
        return Problem.response(
                status,
                ours ? "internal" : "refused",
                Response.Status.fromStatusCode(status) == null
                        ? "Refused"
                        : Response.Status.fromStatusCode(status).getReasonPhrase(),
                detail,
                null,
                ours);
    }

    /** The message of one of our resources. RESTEasy's own, which start with its code, speak of its inside. */
    private static String detail(WebApplicationException refusal) {
        var message = refusal.getMessage();
        return message == null || message.startsWith("RESTEASY") || message.startsWith("HTTP ") ? null : message;
    }
}
