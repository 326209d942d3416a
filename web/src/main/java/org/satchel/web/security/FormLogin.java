package org.satchel.web.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.satchel.site.Roles;

/**
 * The console's login: whoever is not in yet is led to the login page, whose bean passes name and password to
 * {@code SecurityContext.authenticate}. A machine's account does not get in here.
 */
@Dependent
class FormLogin {

    private static final String PAGE = "/login.xhtml";

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private ConsoleSession session;

    AuthenticationStatus validate(HttpServletRequest request, HttpMessageContext context) {
        if (context.isAuthenticationRequest() && context.getAuthParameters().getCredential() != null) {
            return logIn(context.getAuthParameters().getCredential(), request, context);
        }
        var caller = session.caller(request);
        if (caller.isPresent()) {
            return context.notifyContainerAboutLogin(
                    caller.get().account(), caller.get().roles());
        }
        return context.isProtected() ? leadToPage(request, context) : context.doNothing();
    }

    private AuthenticationStatus logIn(Credential credential, HttpServletRequest request, HttpMessageContext context) {
        var result = stores.validate(credential);
        if (result.getStatus() != Status.VALID || result.getCallerGroups().contains(Roles.SITE)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        ConsoleSession.begin(request, result.getCallerPrincipal().getName());
        return context.notifyContainerAboutLogin(result);
    }

    private static AuthenticationStatus leadToPage(HttpServletRequest request, HttpMessageContext context) {
        var page =
                request.getContextPath() + PAGE + "?from=" + URLEncoder.encode(asked(request), StandardCharsets.UTF_8);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            return answerAjax(page, context);
        }
        return context.redirect(page);
    }

    /** What to come back to: the page that was asked for, with its query if it can be asked for again. */
    private static String asked(HttpServletRequest request) {
        var query = "GET".equals(request.getMethod()) ? request.getQueryString() : null;
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** A redirect of an Ajax request would be followed by the script, not by the browser; Faces has its own. */
    private static AuthenticationStatus answerAjax(String page, HttpMessageContext context) {
        var response = context.getResponse();
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + page.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                            + "\"/></partial-response>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
