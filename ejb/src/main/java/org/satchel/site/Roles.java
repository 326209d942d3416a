package org.satchel.site;

import java.util.Set;

/** The roles of a site, as they stand in {@code @RolesAllowed} and in an account. */
public final class Roles {

    /** Changes links, accounts and settings. */
    public static final String ADMINISTRATOR = "administrator";

    /** Writes records. */
    public static final String CLERK = "clerk";

    /** Reads records and the state of the site. */
    public static final String VIEWER = "viewer";

    /** Reads metrics; for the monitoring system. */
    public static final String MONITOR = "monitor";

    /** A child site's machine: may exchange and nothing else. Never given to a person. */
    public static final String SITE = "site";

    /** What a person's account may have. */
    static final Set<String> OF_PEOPLE = Set.of(ADMINISTRATOR, CLERK, VIEWER, MONITOR);

    private Roles() {}
}
