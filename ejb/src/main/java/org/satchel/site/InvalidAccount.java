package org.satchel.site;

/** An account cannot be like this; the message says the rule. */
public final class InvalidAccount extends SiteRefusal {

    InvalidAccount(String rule) {
        super(Kind.INVALID_ACCOUNT, rule, null);
    }
}
