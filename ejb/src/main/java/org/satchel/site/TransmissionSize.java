package org.satchel.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much goes into one transmission. */
@ApplicationScoped
public class TransmissionSize {

    @Inject
    private SiteSettings settings;

    /** So many changes; a transmission ends with the change set that reaches it. */
    public int mostChanges() {
        return settings.mostChanges();
    }
}
