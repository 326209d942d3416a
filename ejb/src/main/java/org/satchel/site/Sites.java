package org.satchel.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * This site's identity.
 *
 * <p>It is made at the first start and never changes while the server runs, so it is kept in memory. May be called from anywhere, also
 * inside a running transaction: the first call reads or makes it in a transaction of its own, so that a caller's rollback cannot take it
 * back. Nodes that start at once agree on the one that was stored first.
 */
@ApplicationScoped
public class Sites {

    @Inject
    private SiteIdentity identity;

    private volatile ThisSite self;

    public ThisSite self() {
        if (self == null) {
            self = identity.readOrMake();
        }
        return self;
    }

    /** This database is an older state of itself, as a neighbour has shown: a new life begins. */
    public ThisSite renewIncarnation() {
        self = identity.renew(self().incarnation());
        SiteMessages.LOG.newLife(self.name(), self.previous(), self.incarnation());
        return self;
    }

    /** This database is a copy of another site's: from now on it is a site of its own. */
    public ThisSite becomeAnother(String name) {
        SiteNames.require(name);
        self = identity.replace(self().uuid(), name);
        SiteMessages.LOG.newSite(self.name(), self.uuid());
        return self;
    }
}
