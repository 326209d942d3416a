package org.satchel.site;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/** Brings the site to life when the server starts: checks the settings, finds or makes its identity and its first account. */
@Singleton
@Startup
public class SiteStart {

    /** Not used, but asked for: the schema is migrated when this is there. */
    @PersistenceUnit
    private EntityManagerFactory schema;

    @Inject
    private Sites sites;

    @Inject
    private FirstAccount firstAccount;

    @Inject
    private Links links;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        var self = sites.self();
        SiteMessages.LOG.started(self.name(), self.uuid(), self.incarnation());
        firstAccount.makeIfAbsent();
        links.parent().ifPresent(parent -> checkSecret(parent.id()));
    }

    /** An operator should hear at start that the key file was lost, not from a failing exchange at night. */
    private void checkSecret(long parent) {
        try {
            links.secretOf(parent);
        } catch (UnreadableSecret e) {
            SiteMessages.LOG.unreadableSecret(parent);
        }
    }
}
