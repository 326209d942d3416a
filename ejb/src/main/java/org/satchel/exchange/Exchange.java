package org.satchel.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.ingest.Restatements;
import org.satchel.journal.Journal;
import org.satchel.journal.Marks;
import org.satchel.rules.Outcome;
import org.satchel.site.Life;
import org.satchel.site.Link;
import org.satchel.site.Links;
import org.satchel.site.Meters;
import org.satchel.site.OriginSite;
import org.satchel.site.Sites;
import org.satchel.transmission.Acknowledgement;
import org.satchel.transmission.Comparisons.Round;
import org.satchel.transmission.OutgoingTransmission;
import org.satchel.transmission.ParkedThere;
import org.satchel.transmission.Reception;
import org.satchel.transmission.Reconciliations;
import org.satchel.transmission.Schema;
import org.satchel.transmission.Transmissions;

/**
 * One exchange with the parent: greet where needed, push until nothing waits, pull until the parent has nothing, compare if that is due.
 * The same at the first try, after a cut, and after a restart of either side, because each side only believes what is in its database.
 */
@ApplicationScoped
class Exchange {

    private static final List<Integer> FORMATS = List.of(1);

    @Inject
    private Links links;

    @Inject
    private Sites sites;

    @Inject
    private Transmissions transmissions;

    @Inject
    private Reception reception;

    @Inject
    private Journal journal;

    @Inject
    private Marks marks;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private ParkedChangeSets parked;

    @Inject
    private ParkedThere parkedThere;

    @Inject
    private Restatements restatements;

    @Inject
    private RecordComparison comparison;

    @Inject
    private Meters meters;

    private record Announced(Set<OriginSite> below, Set<UUID> brought) {}

    /** The links greeted since the last failure, with the sites that were announced: so both sides know where they are. */
    private final Map<Long, Announced> greeted = new ConcurrentHashMap<>();

    /** @throws ExchangeFailed if it did not succeed; what was acknowledged by then stays so */
    void run(long parent) {
        try {
            var link = links.byId(parent).orElseThrow();
            var client = client(link);
            var announced = new Announced(Set.copyOf(links.subtree()), links.brought());
            boolean isGreeted = announced.equals(greeted.get(parent));
            if (!isGreeted) {
                greet(link, client);
            }
            boolean parkedThere = push(link.id(), client);
            ask(link.id(), client);
            boolean parkedHere = pull(link.id(), client);
            var round = comparison.due(link.id());
            if (round.isPresent()) {
                parkedHere |= compare(link, client, round.get());
            }
            exchangeParked(link.id(), client, parkedThere || parkedHere || !isGreeted);
            greeted.put(parent, announced);
        } catch (IOException e) {
            greeted.remove(parent);
            throw ExchangeFailed.line("the line broke, or this site's disk is full: " + e.getMessage(), e);
        } catch (SQLException | RuntimeException e) {
            greeted.remove(parent);
            throw e instanceof RuntimeException defect ? defect : new IllegalStateException(e);
        }
    }

    ParentClient client(Link link) {
        return new ParentClient(link, links.secretOf(link.id()));
    }

    private void greet(Link link, ParentClient client) throws SQLException {
        journal.advance();
        var answer = hello(link, client);
        boolean restored = !marks.fit(answer.mark())
                || answer.received() > journal.head()
                // Where the last one broke off, only the parent may have come to its end.
                || answer.reconciliations() > reconciliations.number(link.id()) && links.isReconciled(link.id());
        if (restored) {
            // The parent has seen more of this journal than there is: it is this database that was restored.
            sites.renewIncarnation();
            answer = hello(link, client);
        }
        if (restored || answer.reconcile() || !links.isReconciled(link.id())) {
            reconcile(link.id(), 1 + Math.max(answer.reconciliations(), reconciliations.number(link.id())), client);
        } else {
            transmissions.neighbourHas(link.id(), answer.received());
        }
    }

    private Greeting.Answer hello(Link link, ParentClient client) {
        var self = sites.self();
        var answer = client.greet(new Greeting(
                self.uuid(),
                self.name(),
                self.incarnation(),
                self.previous(),
                link.neighbourIncarnation(),
                link.isBound() ? link.receivedPosition() : 0,
                marks.of(link.id()),
                reconciliations.number(link.id()),
                FORMATS,
                Schema.VERSION,
                links.subtree(),
                List.copyOf(links.brought())));
        if (answer.reconcile()) {
            // Before the parent's new life is noted: it is what tells that there is something to do.
            reconciliations.due(link.id());
        }
        links.greet(
                link.id(), new Life(answer.site(), answer.incarnation(), answer.previous()), answer.name(), List.of());
        return answer;
    }

    /** Walks through the parent's journal, from its beginning, and finds out where both go on. */
    private void reconcile(long parent, int number, ParentClient client) throws SQLException {
        reconciliations.begin(parent);
        long after = 0;
        long received = 0;
        // A site that has no revision yet has none of the parent's.
        var first = journal.head() == 0 ? List.<UUID>of() : client.journal(after);
        for (var part = first; !part.isEmpty(); part = client.journal(after)) {
            int here = reconciliations.walk(parent, after, part);
            received = received == after ? after + here : received;
            after += part.size();
        }
        var from = reconciliations.resumption(received, number);
        reconciliations.finishAtChild(parent, from, client.resume(from));
        ExchangeMessages.LOG.reconciled(links.byId(parent).orElseThrow().name(), from.received(), from.resume());
    }

    /** What a person here has skipped of the parent's, and what differs, is told again, so that both agree. */
    private void ask(long parent, ParentClient client) {
        for (var records = restatements.wanted(parent); !records.isEmpty(); records = restatements.wanted(parent)) {
            client.ask(records);
            restatements.asked(parent, records);
        }
    }

    /**
     * Asks for what differs although both journals fit. What differs at first may only be on its way, and is carried before anything is asked
     * for.
     *
     * @return whether this site parked any of what came
     */
    private boolean compare(Link link, ParentClient client, Round round) throws SQLException, IOException {
        boolean parkedAny = false;
        var ranges = comparison.ranges(link, client);
        if (ranges.isEmpty()) {
            return false;
        }
        if (!ranges.get().isEmpty()) {
            push(link.id(), client);
            parkedAny = pull(link.id(), client);
        }
        comparison.end(link, client, ranges.get(), round);
        ask(link.id(), client);
        return pull(link.id(), client) || parkedAny;
    }

    /** Whoever sends sees what the receiver could not apply; without anything new to say or to hear it costs nothing. */
    private void exchangeParked(long parent, ParentClient client, boolean news) {
        if (news || parkedThere.isAnythingWaiting(parent) || parked.isAnythingFrom(parent)) {
            var there = client.exchangeParked(new ParkedNotices(parked.notices(parent)));
            parkedThere.take(parent, there.parked());
        }
    }

    /** Whether the parent parked any of it. */
    private boolean push(long parent, ParentClient client) throws SQLException, IOException {
        boolean parkedAny = false;
        while (true) {
            var link = links.byId(parent).orElseThrow();
            var next = transmissions.nextForParent(parent, link.acknowledgedPosition());
            if (next.isEmpty()) {
                return parkedAny;
            }
            try (var transmission = next.get()) {
                parkedAny |= hasParked(push(link, transmission, client));
            }
        }
    }

    private static boolean hasParked(Acknowledgement acknowledgement) {
        return acknowledgement.outcomes().stream().anyMatch(outcome -> outcome.result() == Outcome.Result.PARKED);
    }

    private Acknowledgement push(Link link, OutgoingTransmission transmission, ParentClient client) throws IOException {
        try {
            var acknowledgement = client.push(transmission);
            transmissions.carried(transmission, transmission.spool().bytes(), null);
            transmissions.acknowledged(link.id(), acknowledgement);
            meters.sent(link.name(), transmission.changeSets());
            return acknowledgement;
        } catch (ExchangeFailed e) {
            transmissions.carried(transmission, transmission.spool().bytes(), e.getMessage());
            if (e.isForGood()) {
                transmissions.refused(transmission);
            }
            throw e;
        }
    }

    /** Whether this site parked any of it. */
    private boolean pull(long parent, ParentClient client) throws IOException {
        boolean parkedAny = false;
        while (true) {
            var link = links.byId(parent).orElseThrow();
            long after = link.receivedPosition();
            var pulled = client.pull(after, marks.of(parent));
            if (pulled.stream() == null) {
                if (pulled.position() > after) {
                    reception.nothingUpTo(link, pulled.position(), pulled.chain());
                }
                return parkedAny;
            }
            try (var stream = pulled.stream()) {
                var acknowledgement = reception.receive(parent, stream);
                parkedAny |= hasParked(acknowledgement);
                client.acknowledge(acknowledgement);
            }
        }
    }
}
