package org.satchel.web.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * HTTP Basic for the REST interface. A script of a console page may use the page's session instead, if it says that it is one: a form on
 * another site cannot send that header.
 */
@Dependent
class BasicLogin {

    private static final String SCHEME = "Basic ";
    private static final String CHALLENGE = "Basic realm=\"Satchel\", charset=\"UTF-8\"";

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private ConsoleSession session;

    AuthenticationStatus validate(HttpServletRequest request, HttpMessageContext context) {
        var header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return logIn(header.substring(SCHEME.length()).trim(), request, context);
        }
        var caller = isScript(request) ? session.caller(request) : Optional.<ConsoleSession.Caller>empty();
        if (caller.isPresent()) {
            return context.notifyContainerAboutLogin(
                    caller.get().account(), caller.get().roles());
        }
        return context.isProtected() ? refuse(request, context) : context.doNothing();
    }

    private AuthenticationStatus logIn(String encoded, HttpServletRequest request, HttpMessageContext context) {
        var credential = credential(encoded);
        if (credential.isPresent()) {
            var result = stores.validate(credential.get());
            if (result.getStatus() == Status.VALID) {
                return context.notifyContainerAboutLogin(result);
            }
        }
        return refuse(request, context);
    }

    /** Empty if it is not Base64 of a name and a password. */
    private static Optional<BasicAuthenticationCredential> credential(String encoded) {
        try {
            return Optional.of(new BasicAuthenticationCredential(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The body comes from {@link ErrorPage}. */
    private static AuthenticationStatus refuse(HttpServletRequest request, HttpMessageContext context) {
        var response = context.getResponse();
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        if (!isScript(request)) {
            response.setHeader("WWW-Authenticate", CHALLENGE);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static boolean isScript(HttpServletRequest request) {
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }
}
