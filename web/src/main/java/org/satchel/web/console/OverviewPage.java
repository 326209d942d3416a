package org.satchel.web.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.util.List;
import java.util.Map;
import org.satchel.exchange.Exchanges;
import org.satchel.exchange.LinkState;
import org.satchel.exchange.LinkStatus;
import org.satchel.site.LinkRole;
import org.satchel.site.Roles;
import org.satchel.site.Sites;

/** The page that says whether all is well: this site's neighbours, and the button that does not wait for the timer. */
@Named("overview")
@RequestScoped
public class OverviewPage {

    @EJB
    private Exchanges exchanges;

    @Inject
    private Sites sites;

    @Inject
    private SecurityContext security;

    @Inject
    @RequestParameterMap
    private Map<String, String> parameters;

    private List<LinkStatus> links;
    private Long started;

    public String getSiteName() {
        return sites.self().name();
    }

    public List<LinkStatus> getLinks() {
        if (links == null) {
            links = exchanges.statuses();
        }
        return links;
    }

    public Summary getSummary() {
        return Summary.of(getLinks());
    }

    /** With how many sites the reader has just started an exchange; null if that was not asked. */
    public Long getStarted() {
        return started;
    }

    /** Starts an exchange with every site that one can be started with from here; returns at once. */
    public void exchangeWithAll() {
        start(getLinks().stream().filter(this::canExchange).map(LinkStatus::id).toList());
    }

    /** Starts an exchange with the link that the pressed button names, whatever the order of the table is by now. */
    public void exchangeWithOne() {
        start(List.of(Long.valueOf(parameters.get("link"))));
    }

    /** A child opens the connection itself, so an exchange with it is asked for there. */
    public boolean canExchange(LinkStatus link) {
        return link.role() == LinkRole.PARENT
                && link.state() != LinkState.DISABLED
                && security.isCallerInRole(Roles.ADMINISTRATOR);
    }

    public boolean isExchangeable() {
        return getLinks().stream().anyMatch(this::canExchange);
    }

    private void start(List<Long> chosen) {
        chosen.forEach(exchanges::exchangeNow);
        started = (long) chosen.size();
        links = null;
    }
}
