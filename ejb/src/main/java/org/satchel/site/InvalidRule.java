package org.satchel.site;

/** A class cannot have that rule; the message says which it can have. */
public final class InvalidRule extends SiteRefusal {

    InvalidRule(String reason) {
        super(Kind.INVALID_RULE, reason, null);
    }
}
