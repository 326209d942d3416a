package org.satchel.site;

import jakarta.ejb.ApplicationException;

/** A stored secret cannot be decrypted with the site key. Bring the right key file back, or set the parent again. */
@ApplicationException(rollback = true)
public final class UnreadableSecret extends RuntimeException {

    UnreadableSecret(Exception cause) {
        super("the stored secret cannot be read with the site key", cause);
    }
}
