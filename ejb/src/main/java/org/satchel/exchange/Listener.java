package org.satchel.exchange;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.satchel.site.Link;
import org.satchel.site.Links;

/**
 * Keeps one request open at the parent that is answered when the parent has something, so that a change arrives at once and an idle line
 * stays idle. It ends when the line breaks; the timer starts it again once exchanges work.
 */
@ApplicationScoped
class Listener {

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Links links;

    @Inject
    private Exchange exchange;

    @Inject
    private Courier courier;

    @Inject
    private Leases leases;

    private final Set<Long> listening = ConcurrentHashMap.newKeySet();

    void listen(long link) {
        if (listening.add(link)) {
            executor.execute(() -> listenUntilItBreaks(link));
        }
    }

    private void listenUntilItBreaks(long id) {
        var lease = "listen:" + id;
        boolean mine = false;
        try {
            mine = leases.acquire(lease);
            while (mine && hearsMore(id)) {
                // Each turn is one request that the parent holds.
            }
        } catch (ExchangeFailed e) {
            courier.request(id);
        } finally {
            if (mine) {
                leases.release(lease);
            }
            listening.remove(id);
        }
    }

    private boolean hearsMore(long id) {
        var link = links.byId(id).filter(Link::enabled).filter(l -> l.interval().isZero());
        if (link.isEmpty() || Thread.currentThread().isInterrupted()) {
            return false;
        }
        if (exchange.client(link.get()).news(link.get().receivedPosition())) {
            courier.requestAndAwait(id);
            // Without progress the exchange has failed: the timer tries again by the back-off.
            return links.byId(id).orElseThrow().receivedPosition() > link.get().receivedPosition();
        }
        return true;
    }
}
