package org.satchel.site;

import jakarta.ejb.ApplicationException;

/** This site has a parent already, and a site has at most one. */
@ApplicationException(rollback = true)
public final class ParentExists extends RuntimeException {

    ParentExists(String name) {
        super("this site already has the parent " + name);
    }
}
