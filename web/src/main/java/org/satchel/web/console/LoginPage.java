package org.satchel.web.console;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Lets people in and out. A refusal says the same whether the name or the password was wrong. */
@Named("login")
@RequestScoped
public class LoginPage {

    private static final String HOME = "/index.xhtml";

    @Inject
    private FacesContext faces;

    @Inject
    private SecurityContext security;

    private String name;
    private String password;
    private boolean refused;

    /** Checks name and password; goes on to the page that was asked for, or stays here and says no. */
    public void logIn() throws IOException {
        var request = (HttpServletRequest) faces.getExternalContext().getRequest();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        var credential = new UsernamePasswordCredential(name, password);
        var status = security.authenticate(
                request, response, withParams().credential(credential).newAuthentication(true));
        switch (status) {
            case SUCCESS ->
                faces.getExternalContext()
                        .redirect(destination(request.getParameter("from"), request.getContextPath()));
            case SEND_CONTINUE -> faces.responseComplete();
            case SEND_FAILURE, NOT_DONE -> refused = true;
        }
    }

    /** Ends the session of this browser. */
    public String logOut() throws ServletException {
        ((HttpServletRequest) faces.getExternalContext().getRequest()).logout();
        faces.getExternalContext().invalidateSession();
        return "/login?faces-redirect=true";
    }

    /** Only a page of this console: a link that somebody sends must not lead a reader to another site after the login. */
    static String destination(String from, String context) {
        var page = Pattern.quote(context) + "/console/[a-z]+\\.xhtml(\\?[\\w=&%.+-]*)?";
        return from != null && from.matches(page) ? from : context + HOME;
    }

    public boolean isRefused() {
        return refused;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
