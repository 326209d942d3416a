package org.satchel.exchange;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.satchel.capture.RevisionCaptured;
import org.satchel.site.Database;
import org.satchel.site.Link;

/** Tells waiting children when this site's journal has something for them. */
@ApplicationScoped
class News {

    /** Shorter than what proxies between sites usually allow an idle request. */
    static final Duration PATIENCE = Duration.ofSeconds(25);

    private record Waiting(long link, long after, CompletableFuture<Boolean> answer) {}

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Database database;

    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    /** Completes with true as soon as there is something for the neighbour after the position, with false after {@link #PATIENCE}. */
    CompletionStage<Boolean> await(long link, long after) {
        var answer = new CompletableFuture<Boolean>().completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var one = new Waiting(link, after, answer);
        waiting.add(one);
        answer.whenComplete((news, failure) -> waiting.remove(one));
        // Only after it waits, so that a commit in between is not missed.
        check(one);
        return answer;
    }

    void onRevision(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionCaptured captured) {
        if (!waiting.isEmpty()) {
            executor.execute(this::check);
        }
    }

    /** Looks for everybody who waits; also for what other nodes committed. */
    void check() {
        waiting.forEach(this::check);
    }

    private void check(Waiting one) {
        if (hasMore(one.after())) {
            one.answer().complete(true);
        }
    }

    /** Whether this site has something that the neighbour has not acknowledged. */
    boolean has(Link link) {
        return has(link.id(), link.acknowledgedPosition());
    }

    /** Whether the journal has gone on: also what came from the neighbour itself is news to it, for it says what became of that. */
    private boolean hasMore(long after) {
        return database.one(
                        row -> row.getInt(1),
                        "(select 1 from satchel_revision where position > ? limit 1)"
                                + " union all (select 1 from satchel_revision where position is null limit 1) limit 1",
                        after)
                .isPresent();
    }

    private boolean has(long link, long after) {
        return database.one(
                        row -> row.getInt(1),
                        "(select 1 from satchel_revision where position > ? and (received_from is null or received_from <> ?) limit 1)"
                                + " union all (select 1 from satchel_revision where position is null"
                                + " and (received_from is null or received_from <> ?) limit 1) limit 1",
                        after,
                        link,
                        link)
                .isPresent();
    }
}
