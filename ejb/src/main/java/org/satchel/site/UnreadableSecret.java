package org.satchel.site;

/** A stored secret cannot be decrypted with the site key. Bring the right key file back, or set the parent again. */
public final class UnreadableSecret extends SiteRefusal {

    UnreadableSecret(Exception cause) {
        super(Kind.UNREADABLE_SECRET, "the stored secret cannot be read with the site key", cause);
    }
}
