package org.satchel.ingest;

import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.satchel.journal.Journal;
import org.satchel.site.ClassRules;
import org.satchel.site.Database;
import org.satchel.site.Sites;
import org.satchel.site.ThisSite;
import org.satchel.site.Uuids;
import org.satchel.zoo.ZooSite;

/** The boundaries that carry change sets, on a site of the zoo's, as a container would wire them. */
public final class ZooIngest {

    private final ZooSite site;
    private final ThisSite self;

    public ZooIngest(ZooSite site) {
        this(site, new ThisSite(new UUID(1, 1), new UUID(2, 2), "There"));
    }

    public ZooIngest(ZooSite site, ThisSite self) {
        this.site = site;
        this.self = self;
    }

    public Journal journal() {
        return wire(new Journal(), Map.of());
    }

    public Ingest ingest() {
        return wire(
                new Ingest(),
                Map.of(
                        Applier.class,
                        this::applier,
                        ParkedChangeSets.class,
                        this::parked,
                        Journal.class,
                        this::journal));
    }

    public ParkedChangeSets parked() {
        return wire(
                new ParkedChangeSets(),
                Map.of(
                        ParkedRows.class,
                        () -> wire(new ParkedRows(), Map.of(Database.class, this::database)),
                        Applier.class,
                        this::applier,
                        InstantSource.class,
                        ZooIngest::clock,
                        SessionContext.class,
                        ZooIngest::administrator));
    }

    public Restatements restatements() {
        return wire(new Restatements(), Map.of(Applier.class, this::applier, Database.class, this::database));
    }

    Applier applier() {
        var applier = new TransactedApplier(site);
        return wire(
                applier,
                Map.of(
                        DataSource.class,
                        applier::joined,
                        EntityManager.class,
                        site::session,
                        InstantSource.class,
                        ZooIngest::clock,
                        Event.class,
                        () -> stub(Event.class, null),
                        Journal.class,
                        this::journal,
                        Uuids.class,
                        () -> (Uuids) UUID::randomUUID,
                        Sites.class,
                        this::sites,
                        ClassRules.class,
                        () -> wire(new ClassRules(), Map.of(Database.class, this::database))));
    }

    private Database database() {
        return wire(new Database(), Map.of());
    }

    private <T> T wire(T bean, Map<Class<?>, Supplier<?>> others) {
        try {
            return site.wire(bean, others);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sites sites() {
        return new Sites() {
            @Override
            public ThisSite self() {
                return self;
            }
        };
    }

    private static InstantSource clock() {
        return InstantSource.fixed(Instant.EPOCH.plusSeconds(1));
    }

    private static SessionContext administrator() {
        return stub(SessionContext.class, (Principal) () -> "administrator");
    }

    /** Every method of it returns the one answer. */
    private static <T> T stub(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                ZooIngest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
