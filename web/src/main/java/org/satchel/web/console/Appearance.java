package org.satchel.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Light, dark, or as the reader's system has it; the reader's choice is kept in a cookie. */
@Named("appearance")
@RequestScoped
public class Appearance {

    private static final String COOKIE = "satchel-theme";
    private static final List<String> THEMES = List.of("auto", "light", "dark");

    @Inject
    private FacesContext faces;

    public List<String> getThemes() {
        return THEMES;
    }

    public String getTheme() {
        var cookie = (Cookie) external().getRequestCookieMap().get(COOKIE);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : "auto";
    }

    /** Whether the style sheet of this theme is needed at all. */
    public boolean offers(String theme) {
        return getTheme().equals("auto") || getTheme().equals(theme);
    }

    /** On which media the style sheet of this theme counts, so that the browser follows the system without a script. */
    public String media(String theme) {
        return getTheme().equals("auto") ? "(prefers-color-scheme: " + theme + ")" : "all";
    }

    /** Keeps the choice for a year and shows the same page again. */
    public void choose(String theme) throws IOException {
        if (!THEMES.contains(theme)) {
            throw new IllegalArgumentException("there is no theme " + theme);
        }
        Map<String, Object> properties = Map.of(
                "path",
                external().getRequestContextPath(),
                "maxAge",
                (int) Duration.ofDays(365).toSeconds(),
                "httpOnly",
                true,
                "secure",
                external().isSecure(),
                "SameSite",
                "Lax");
        external().addResponseCookie(COOKIE, theme, properties);
        var query = external().getRequestParameterMap().getOrDefault("query", "");
        external()
                .redirect(external().getRequestContextPath()
                        + faces.getViewRoot().getViewId()
                        + (query.isEmpty() ? "" : "?" + query));
    }

    private ExternalContext external() {
        return faces.getExternalContext();
    }
}
