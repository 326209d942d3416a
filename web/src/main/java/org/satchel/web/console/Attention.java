package org.satchel.web.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import org.satchel.conflicts.Conflicts;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.site.Roles;

/** What waits for people, for the frame of every page, and which pages the reader may open. */
@Named("attention")
@RequestScoped
public class Attention {

    @EJB
    private ParkedChangeSets parkedChangeSets;

    @EJB
    private Conflicts conflicts;

    @Inject
    private SecurityContext security;

    private Long parked;
    private Long open;

    /** Change sets that wait. */
    public long getParked() {
        if (parked == null) {
            parked = parkedChangeSets.count();
        }
        return parked;
    }

    /** Conflicts that wait for a person. */
    public long getConflicts() {
        if (open == null) {
            open = conflicts.open();
        }
        return open;
    }

    /** Whether the reader sees the state of the site; a clerk sees the conflicts alone. */
    public boolean isSite() {
        return security.isCallerInRole(Roles.ADMINISTRATOR) || security.isCallerInRole(Roles.VIEWER);
    }

    /** Whether the reader sees what records hold. */
    public boolean isValues() {
        return security.isCallerInRole(Roles.ADMINISTRATOR) || security.isCallerInRole(Roles.CLERK);
    }

    /** The page to begin with. */
    public String home() {
        return (isSite() ? "/console/overview" : "/console/conflicts") + "?faces-redirect=true";
    }

    public boolean isAdministrator() {
        return security.isCallerInRole(Roles.ADMINISTRATOR);
    }
}
