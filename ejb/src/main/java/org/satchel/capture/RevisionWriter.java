package org.satchel.capture;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.InstantSource;
import org.hibernate.envers.EntityTrackingRevisionListener;
import org.hibernate.envers.RevisionType;
import org.satchel.model.EntityModels;
import org.satchel.site.ClassRules;
import org.satchel.site.KnownSites;
import org.satchel.site.Sites;
import org.satchel.site.Uuids;

/**
 * Fills the revision that Envers is about to write: its identity, this site, the caller, the time, and what it changed.
 *
 * <p>Called by Envers inside the transaction; whatever it throws rolls the transaction back, so that nothing is changed uncaptured.
 */
@Dependent
public class RevisionWriter implements EntityTrackingRevisionListener {

    @Inject
    private EntityModels models;

    @Inject
    private Sites sites;

    @Inject
    private ParentSight sight;

    @Inject
    private ClassRules rules;

    @Inject
    private KnownSites known;

    @Inject
    private Uuids uuids;

    @Inject
    private InstantSource clock;

    @Inject
    private Instance<Principal> caller;

    @Inject
    private Event<RevisionCaptured> captured;

    @Override
    public void newRevision(Object revision) {
        var made = (Revision) revision;
        made.begin(uuids.next(), sites.self().uuid(), caller.get().getName(), clock.instant(), sight.received());
        made.forbid(rules.authoredElsewhere());
        captured.fire(new RevisionCaptured(null));
    }

    @Override
    @SuppressWarnings("rawtypes") // as Envers declares it
    public void entityChanged(Class type, String name, Object id, RevisionType operation, Object revision) {
        var made = (Revision) revision;
        var changed = models.nameOf(name);
        made.authorOf(changed).ifPresent(author -> {
            throw new AuthoredElsewhere(changed, known.nameOf(author));
        });
        made.add(changed);
        if (made.mayNotHaveSeenAll()) {
            sight.lateFor(changed, id).ifPresent(made::sawOnlyBefore);
        }
    }
}
