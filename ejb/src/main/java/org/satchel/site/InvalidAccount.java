package org.satchel.site;

import jakarta.ejb.ApplicationException;

/** An account cannot be like this; the message says the rule. */
@ApplicationException(rollback = true)
public final class InvalidAccount extends RuntimeException {

    InvalidAccount(String rule) {
        super(rule);
    }
}
