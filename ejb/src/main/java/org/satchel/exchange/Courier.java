package org.satchel.exchange;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.satchel.capture.RevisionCaptured;
import org.satchel.ingest.DatabaseFailure;
import org.satchel.site.Link;
import org.satchel.site.Links;
import org.satchel.site.Meters;
import org.satchel.transmission.Refusal;

/**
 * Runs exchanges with the parent in the background, one of a link at a time: requests that come while one runs make it run once more.
 */
@ApplicationScoped
class Courier {

    private enum Wish {
        RUNNING,
        RUN_AGAIN
    }

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Links links;

    @Inject
    private Exchange exchange;

    @Inject
    private ExchangeStates states;

    @Inject
    private Leases leases;

    @Inject
    private Meters meters;

    private final Map<Long, Wish> wishes = new ConcurrentHashMap<>();

    static String lease(long link) {
        return "link:" + link;
    }

    /** A revision was committed here: its parent gets it at once, unless the link has an interval or is in trouble. */
    void onRevision(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionCaptured captured) {
        executor.execute(() -> links.parent()
                .filter(parent -> !Long.valueOf(parent.id()).equals(captured.receivedFrom()))
                .filter(parent -> parent.enabled() && parent.interval().isZero())
                .filter(parent -> states.of(parent.id()).failures() == 0)
                .ifPresent(parent -> request(parent.id())));
    }

    void request(long link) {
        var before = wishes.put(link, Wish.RUN_AGAIN);
        if (before == null) {
            executor.execute(() -> work(link));
        }
    }

    /** Runs one exchange, or waits for the one that runs. */
    void requestAndAwait(long link) {
        var before = wishes.putIfAbsent(link, Wish.RUN_AGAIN);
        if (before == null) {
            work(link);
        } else {
            request(link);
        }
    }

    private void work(long link) {
        do {
            wishes.put(link, Wish.RUNNING);
            carry(link);
        } while (!wishes.remove(link, Wish.RUNNING));
    }

    /** The edge of a background thread: whatever fails is noted with the link and tried again later. */
    private void carry(long id) {
        try {
            if (!leases.acquire(lease(id))) {
                return;
            }
            try {
                links.byId(id).filter(Link::enabled).ifPresent(this::carry);
            } finally {
                leases.release(lease(id));
            }
        } catch (RuntimeException e) {
            ExchangeMessages.LOG.defect(id, e);
        }
    }

    private void carry(Link link) {
        try {
            exchange.run(link.id());
            states.succeeded(link);
            meters.exchanged(link.name(), "success");
        } catch (ExchangeFailed | Refusal | DatabaseFailure e) {
            states.failed(link, e.getMessage(), hasMoved(link));
            meters.exchanged(link.name(), "failure");
        } catch (RuntimeException e) {
            ExchangeMessages.LOG.defect(link.id(), e);
            states.failed(link, "this site failed: " + e.getClass().getSimpleName() + "; its log says more", false);
            meters.exchanged(link.name(), "defect");
        }
    }

    /** Whether the line, bad as it is, has carried anything. */
    private boolean hasMoved(Link before) {
        return links.byId(before.id())
                .filter(now -> now.acknowledgedPosition() > before.acknowledgedPosition()
                        || now.receivedPosition() > before.receivedPosition())
                .isPresent();
    }
}
