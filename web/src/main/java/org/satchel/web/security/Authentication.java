package org.satchel.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Chooses how a request logs in by its path: the REST interface with HTTP Basic, everything else with the console's form. */
@ApplicationScoped
public class Authentication implements HttpAuthenticationMechanism {

    private static final String API = "/api";

    @Inject
    private BasicLogin basic;

    @Inject
    private FormLogin form;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return isApi(request) ? basic.validate(request, context) : form.validate(request, context);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        ConsoleSession.end(request);
        context.cleanClientSubject();
    }

    /** By the servlet that the container chose, not by the text of the URI, which has many spellings. */
    static boolean isApi(HttpServletRequest request) {
        return API.equals(request.getServletPath());
    }
}
