package org.satchel.capture;

/** A transaction changed a record of a class that another site alone may change; it rolls back, so that nothing is changed. */
public final class AuthoredElsewhere extends RuntimeException {

    AuthoredElsewhere(String type, String site) {
        super(type + " may be changed at one site only: " + site + "; change it there, or give the class another rule");
    }
}
