package org.satchel.site;

import jakarta.ejb.ApplicationException;

/** A link cannot be like this; the message says the rule. */
@ApplicationException(rollback = true)
public final class InvalidLink extends RuntimeException {

    InvalidLink(String rule) {
        super(rule);
    }
}
