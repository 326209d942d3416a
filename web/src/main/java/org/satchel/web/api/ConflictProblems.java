package org.satchel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.satchel.conflicts.ConflictRefused;

/** A decision about a conflict that cannot be carried out. */
@Provider
public class ConflictProblems implements ExceptionMapper<ConflictRefused> {

    @Override
    public Response toResponse(ConflictRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN -> problem(404, "no-conflict", "No such conflict", refused);
            case DECIDED -> problem(409, "conflict-decided", "The conflict is decided already", refused);
            case RECORD_GONE -> problem(409, "record-gone", "The record is not here any more", refused);
            case WRONG_VALUE -> problem(400, "wrong-value", "A value is of the wrong kind", refused);
        };
    }

    private static Response problem(int status, String type, String title, ConflictRefused refused) {
        return Problem.response(status, type, title, refused.getMessage(), refused.hint(), false);
    }
}
