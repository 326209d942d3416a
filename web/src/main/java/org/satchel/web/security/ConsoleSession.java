package org.satchel.web.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.satchel.site.Accounts;

/**
 * Who is logged in to the console, kept in the HTTP session as the account's name alone. Its roles are read with every request, so that a
 * disabled account is out at once.
 */
@Dependent
class ConsoleSession {

    record Caller(String account, Set<String> roles) {}

    private static final String ACCOUNT = "org.satchel.account";

    @Inject
    private Accounts accounts;

    Optional<Caller> caller(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (String) session.getAttribute(ACCOUNT))
                .flatMap(name -> accounts.rolesOf(name).map(roles -> new Caller(name, roles)));
    }

    /** Starts with a new session id, so that one that was planted before the login is worth nothing. */
    static void begin(HttpServletRequest request, String account) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(ACCOUNT, account);
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ACCOUNT);
        }
    }
}
