package org.satchel.web.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the container itself refuses: a problem document for the REST interface, a plain page for people. Says nothing of the inside. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(status);
        response.setCharacterEncoding("UTF-8");
        if (isApi(request)) {
            response.setContentType("application/problem+json");
            response.getWriter().write(problem(status));
        } else {
            response.setContentType("text/html");
            response.getWriter().write(page(status, request.getContextPath()));
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        var uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return uri instanceof String text && text.startsWith(request.getContextPath() + "/api");
    }

    private static String problem(int status) {
        return "{\"type\":\"urn:satchel:problem:" + word(status) + "\",\"title\":\"" + title(status) + "\",\"status\":"
                + status + ",\"detail\":\"" + title(status) + ".\",\"hint\":\"" + hint(status) + "\",\"retryable\":"
                + (status == 503) + "}";
    }

    private static String page(int status, String home) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>" + title(status)
                + "</title></head><body><main><h1>" + title(status) + "</h1><p>" + hint(status) + "</p><p><a href=\""
                + home + "/\">Satchel</a></p></main></body></html>";
    }

    private static String word(int status) {
        return switch (status) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 413 -> "too-large";
            default -> status < 500 ? "bad-request" : "internal";
        };
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Login needed";
            case 403 -> "This account may not do that";
            case 404 -> "There is nothing here";
            case 413 -> "That is too large";
            default -> status < 500 ? "The request cannot be understood" : "Something went wrong at this site";
        };
    }

    private static String hint(int status) {
        return switch (status) {
            case 401 -> "Send the name and password of an enabled account with HTTP Basic.";
            case 403 -> "Log in with an account that has the role for it.";
            case 404 -> "Check the address.";
            case 413 -> "Send it in smaller parts.";
            default -> status < 500 ? "Check what was sent." : "Try again; if it stays so, look into the server's log.";
        };
    }
}
