package org.satchel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.satchel.records.RecordRefused;

/** What {@link org.satchel.records.Records} refuses. Its messages are meant for whoever sent the request. */
@Provider
public class RecordProblems implements ExceptionMapper<RecordRefused> {

    @Override
    public Response toResponse(RecordRefused refused) {
        return switch (refused.reason()) {
            case MALFORMED -> problem(400, "malformed-record", "The record is not well formed", refused);
            case UNKNOWN_TYPE -> problem(404, "unknown-type", "No such type", refused);
            case UNKNOWN_PROPERTY -> problem(400, "unknown-property", "No such property", refused);
            case WRONG_VALUE -> problem(400, "wrong-value", "A value is of the wrong kind", refused);
            case UNKNOWN_REFERENCE -> problem(422, "unknown-reference", "A referred record is not here", refused);
            case INVALID -> problem(422, "invalid-record", "A record breaks a rule", refused);
            case EXISTS -> problem(409, "record-exists", "The record exists already", refused);
            case VALUE_TAKEN -> problem(409, "value-taken", "A unique value is taken", refused);
            case NOT_FOUND -> problem(404, "no-record", "No such record", refused);
            case STILL_REFERENCED -> problem(409, "still-referenced", "Other records refer to it", refused);
            case AUTHORED_ELSEWHERE -> problem(409, "authored-elsewhere", "Another site alone may change it", refused);
        };
    }

    private static Response problem(int status, String type, String title, RecordRefused refused) {
        return Problem.response(status, type, title, refused.getMessage(), refused.hint(), false);
    }
}
