package org.satchel.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Refuses forms that another site sends through a user's browser. The session cookie is not sent along then either (SameSite); this holds
 * for browsers that know one of the two, and for the login form, which needs no cookie.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SameOrigin extends HttpFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Browsers send it and scripts cannot change it; programs do not send it.
        var from = request.getHeader("Sec-Fetch-Site");
        if (from == null || OURS.contains(from) || HARMLESS.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
