package org.satchel.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.site.Link;
import org.satchel.site.Links;
import org.satchel.transmission.Comparisons;

/** Ticks on every node; leases decide which node works. Not persistent: a row left behind by a dead node must not stall it. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExchangeTimer {

    private static final String PARKED = "parked";

    @Inject
    private Links links;

    @Inject
    private ExchangeStates states;

    @Inject
    private Courier courier;

    @Inject
    private Listener listener;

    @Inject
    private News news;

    @Inject
    private Leases leases;

    @Inject
    private ParkedChangeSets parked;

    @Inject
    private Comparisons comparisons;

    @Inject
    private InstantSource clock;

    private volatile long triedAfter;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false, info = "renew leases")
    public void renewLeases() {
        leases.renew();
    }

    /** What commits and neighbours do not ring for: intervals, retries, commits of other nodes, a lost connection. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "exchange what is due")
    public void tick() {
        news.check();
        links.parent().filter(Link::enabled).ifPresent(this::tick);
    }

    /** One node tries what is parked and due, and all of it after somebody here has changed anything. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "try parked change sets again")
    public void retryParked() {
        if (leases.acquire(PARKED)) {
            try {
                parked.retryDue();
                long last = parked.lastChangeHere();
                if (last > triedAfter) {
                    triedAfter = last;
                    parked.retryAll();
                }
            } finally {
                leases.release(PARKED);
            }
        }
    }

    private void tick(Link parent) {
        var state = states.of(parent.id());
        if (isDue(parent, state)) {
            courier.request(parent.id());
        }
        if (state.failures() == 0
                && state.lastSuccess() != null
                && parent.interval().isZero()) {
            listener.listen(parent.id());
        }
    }

    private boolean isDue(Link parent, ExchangeState state) {
        var now = clock.instant();
        if (state.failures() > 0) {
            return !now.isBefore(state.nextAttempt());
        }
        if (state.lastSuccess() == null) {
            return true;
        }
        return parent.interval().isZero()
                ? news.has(parent) || comparisons.due(parent.id()) > 0
                : !now.isBefore(state.lastSuccess().plus(parent.interval()));
    }
}
