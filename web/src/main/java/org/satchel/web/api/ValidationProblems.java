package org.satchel.web.api;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/** A body or parameter that breaks a rule. Says which member and which rule, but not the value. */
@Provider
public class ValidationProblems implements ExceptionMapper<ConstraintViolationException> {

    private static final int MAX_LISTED = 10;

    @Override
    public Response toResponse(ConstraintViolationException broken) {
        var rules = broken.getConstraintViolations().stream()
                .map(ValidationProblems::rule)
                .sorted()
                .limit(MAX_LISTED)
                .collect(Collectors.joining("; "));
        return Problem.response(
                400, "invalid", "A rule is broken", rules, "Mend what is named and send it again.", false);
    }

    /** The path without the Java method and parameter that it starts with. */
    private static String rule(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString().replaceFirst("^\\w+\\.(arg\\d+|body)\\.?", "");
        return (path + " " + violation.getMessage()).trim();
    }
}
