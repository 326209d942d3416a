package org.satchel.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/** A body that is not JSON, or not what the resource asks for. Says where, but repeats no value: it may be a patient's or a secret. */
@Provider
public class JsonProblems implements ExceptionMapper<JsonProcessingException> {

    @Override
    public Response toResponse(JsonProcessingException broken) {
        return Problem.response(
                400,
                "json",
                "The body cannot be read",
                "It is not the JSON that this resource takes" + place(broken) + ".",
                "Compare it with the description at /openapi.",
                false);
    }

    private static String place(JsonProcessingException broken) {
        var member = broken instanceof JsonMappingException mapping ? member(mapping) : "";
        var at = broken.getLocation();
        return member + (at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr());
    }

    private static String member(JsonMappingException mapping) {
        var path = mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : ", at " + path;
    }
}
