package org.satchel.site;

/** This site has a parent already, and a site has at most one. */
public final class ParentExists extends SiteRefusal {

    ParentExists(String name) {
        super(Kind.PARENT_EXISTS, "this site already has the parent " + name, null);
    }
}
