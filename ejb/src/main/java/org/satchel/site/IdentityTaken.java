package org.satchel.site;

import jakarta.ejb.ApplicationException;

/**
 * A site said that it is, or stands for, one that it cannot be. Nothing was stored. Not retryable: a person must find out which of the two
 * sites has the wrong credentials or a copied database.
 */
@ApplicationException(rollback = true)
public final class IdentityTaken extends RuntimeException {

    IdentityTaken(String reason) {
        super(reason);
    }
}
