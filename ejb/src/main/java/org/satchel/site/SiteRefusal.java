package org.satchel.site;

import jakarta.ejb.ApplicationException;

/** A boundary of this package refuses what was asked; the message says why, without a secret. Its transaction is rolled back. */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class SiteRefusal extends RuntimeException
        permits IdentityTaken, ParentExists, InvalidLink, InvalidAccount, InvalidRule, UnreadableSecret {

    /** What was refused; callers decide by it. */
    public enum Kind {
        IDENTITY_TAKEN,
        PARENT_EXISTS,
        INVALID_LINK,
        INVALID_ACCOUNT,
        INVALID_RULE,
        UNREADABLE_SECRET
    }

    private final Kind kind;

    SiteRefusal(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
