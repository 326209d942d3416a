package org.satchel.site;

/** A link cannot be like this; the message says the rule. */
public final class InvalidLink extends SiteRefusal {

    InvalidLink(String rule) {
        super(Kind.INVALID_LINK, rule, null);
    }
}
