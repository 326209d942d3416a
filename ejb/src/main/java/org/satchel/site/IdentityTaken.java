package org.satchel.site;

/**
 * A site said that it is, or stands for, one that it cannot be. Nothing was stored. Not retryable: a person must find out which of the two
 * sites has the wrong credentials or a copied database.
 */
public final class IdentityTaken extends SiteRefusal {

    IdentityTaken(String reason) {
        super(Kind.IDENTITY_TAKEN, reason, null);
    }
}
