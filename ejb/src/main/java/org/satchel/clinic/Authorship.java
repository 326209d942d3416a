package org.satchel.clinic;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.satchel.records.RecordStamps;

/**
 * Fills in who made or changed a clinic's record, and when, where the caller did not say: the clinic's user of the account's name, else the
 * user {@code system}, whom every site has.
 */
@Dependent
public class Authorship implements RecordStamps {

    private static final String SYSTEM = "5a7c4e10-0000-4000-8000-000000000002";

    @PersistenceContext(unitName = "satchel")
    private EntityManager entities;

    @Inject
    private InstantSource clock;

    public Authorship() {}

    Authorship(EntityManager entities, InstantSource clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public Stamper begin(String account) {
        var user = user(account);
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return new Stamper() {
            @Override
            public void created(Object entity) {
                if (entity instanceof Stamped record) {
                    record.made(new Stamp(user, now, Set.of()));
                }
            }

            @Override
            public void changed(Object entity, Set<String> given) {
                if (entity instanceof Stamped record) {
                    record.changed(new Stamp(user, now, given));
                }
            }
        };
    }

    /** Two users may have one name at two sites that met; the first is as good as the second, and the system user comes last. */
    private User user(String account) {
        var keys = entities.createQuery(
                        "select u.userId from User u where u.username = :account and u.retired = false or u.uuid = :system"
                                + " order by case when u.uuid = :system then 1 else 0 end, u.userId",
                        Integer.class)
                .setParameter("account", account)
                .setParameter("system", SYSTEM)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultList();
        return keys.isEmpty() ? null : entities.getReference(User.class, keys.get(0));
    }
}
