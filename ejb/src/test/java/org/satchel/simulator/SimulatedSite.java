package org.satchel.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.rules.ClassRule;
import org.satchel.rules.Intake;
import org.satchel.rules.NotApplicable;
import org.satchel.rules.ParkedUnits;
import org.satchel.rules.ParkedUnits.Naming;
import org.satchel.rules.RecordName;
import org.satchel.rules.Sender;
import org.satchel.rules.Settled;
import org.satchel.rules.Touch;
import org.satchel.wire.TransmissionReader;
import org.satchel.wire.WireException;

/**
 * A site: its database, and what its process has in memory. Every method that changes the database is one transaction, or several if it says so;
 * between any two a crash may come.
 */
final class SimulatedSite {

    private Identity id;
    private final PlantedBug bug;
    private final Supplier<UUID> ids;
    private final Map<String, ClassRule> rules = new HashMap<>();
    private final Map<Long, Set<String>> excluded;
    private final Map<Long, Reception> receptions = new TreeMap<>();
    private final Set<String> touched = new HashSet<>();
    private SiteState state = new SiteState();
    private boolean settled;
    private LocalTransaction open;
    /** Where the last transmission to a neighbour ended, acknowledged or not. */
    private final Map<Long, Long> sent = new HashMap<>();

    private final Set<Long> greeted = new HashSet<>();

    /** @param excluded for each link, the types that it does not carry */
    SimulatedSite(Identity id, Map<Long, Set<String>> excluded, PlantedBug bug, Supplier<UUID> ids) {
        this.excluded = excluded;
        this.id = id;
        this.bug = bug;
        this.ids = ids;
        state.life = lifeOf(id.index());
        excluded.keySet().forEach(link -> join(link, excluded.get(link)));
    }

    /** A neighbour that was met when both were new. */
    void join(long link, Set<String> carriesNot) {
        excluded.put(link, carriesNot);
        state.neighbours.put(link, Neighbour.fresh(lifeOf(Identity.siteOf(link))));
        greeted.add(link);
    }

    /** The first life of a site's database. */
    private static UUID lifeOf(int index) {
        return new UUID(8, index);
    }

    /** A neighbour that has a journal already: they have to reconcile. */
    void meet(long link, Set<String> carriesNot, boolean parent) {
        excluded.put(link, carriesNot);
        state.neighbours.put(link, Neighbour.stranger());
        id = parent ? id.under(link) : id;
    }

    /** The link is no more. What is parked of a child stays; what is parked of a parent, the next parent tells. */
    void leave(long link) {
        var copy = state.copy();
        copy.neighbours.remove(link);
        if (link == id.parentLink()) {
            copy.parked.removeIf(parked -> parked.from().link() == link);
        } else {
            copy.parked.replaceAll(parked -> parked.from().link() == link ? parked.at(0) : parked);
        }
        copy.journal.replaceAll(entry -> entry.from() == link
                ? entry.from(Entry.FORMER_LINK)
                : entry.settles() == link ? entry.settlesNothing() : entry);
        state = copy;
        excluded.remove(link);
        forget(link);
        greeted.remove(link);
    }

    /** An old backup is played in, and the process starts with it. */
    void restore(SiteState backup) {
        open = null;
        receptions.clear();
        sent.clear();
        greeted.clear();
        state = backup.copy();
        retryAll();
    }

    /** This database is found to be an older state of itself: whoever knew it has to reconcile with it. */
    void renew() {
        var copy = state.copy();
        copy.life = ids.get();
        copy.neighbours.computeIfPresent(id.parentLink(), (any, neighbour) -> neighbour.estranged());
        state = copy;
    }

    /** Whether the two have greeted since this process began. */
    boolean hasGreeted(long link) {
        return greeted.contains(link);
    }

    /** What the other says it has is believed, even if it is less than it once had. */
    void greeted(SimulatedSite other) {
        long link = Identity.linkTo(other.id.index());
        greeted.add(link);
        long there = other.state.neighbours.get(Identity.linkTo(id.index())).received();
        var copy = state.copy();
        copy.neighbours.computeIfPresent(link, (any, neighbour) -> neighbour.acknowledgedAt(there));
        state = copy;
    }

    /** A transaction on this site's database by one who knows what he does. */
    boolean transact(Consumer<MemoryWorkspace> work) {
        var workspace = workspace();
        work.accept(workspace);
        return commit(workspace);
    }

    void forget(long link) {
        receptions.remove(link);
        sent.remove(link);
    }

    PlantedBug bug() {
        return bug;
    }

    Identity id() {
        return id;
    }

    SiteState state() {
        return state;
    }

    void rule(String type, ClassRule rule) {
        rules.put(type, rule);
    }

    ClassRule rule(String type) {
        return rules.getOrDefault(type, ClassRule.DEFAULT);
    }

    Sender sender(long link) {
        return link == id.parentLink() ? Sender.parent(link) : Sender.child(link);
    }

    Optional<LocalTransaction> open() {
        return Optional.ofNullable(open);
    }

    private MemoryWorkspace workspace() {
        return new MemoryWorkspace(state.copy(), id, rules, ids, bug);
    }

    private boolean commit(MemoryWorkspace workspace) {
        if (open != null && !Collections.disjoint(open.locked(), workspace.touched())) {
            return false;
        }
        workspace.flush();
        Invariants.requireConsistent(id, workspace.state());
        state = workspace.state();
        touched.addAll(workspace.touched());
        touched.addAll(workspace.newlyParked());
        settled |= workspace.settled();
        return true;
    }

    /** The application begins a transaction; one at a time. */
    void begin(Random random, String mark) {
        if (open == null) {
            var application = new Application(workspace(), random, Set.of(), mark);
            open(application.transaction(state.lastNumber + 1, ids.get()));
        }
    }

    void open(LocalTransaction transaction) {
        boolean allowed = transaction.contents().stream()
                .allMatch(content -> rule(content.record().type()).mayAuthor(id.uuid()));
        if (allowed && !transaction.contents().isEmpty()) {
            state.lastNumber++;
            open = transaction;
        }
    }

    /** @return the transaction if it was committed: the database may refuse it */
    Optional<LocalTransaction> commitOpen() {
        var transaction = open;
        open = null;
        if (transaction == null) {
            return Optional.empty();
        }
        var workspace = workspace();
        for (Content content : transaction.contents()) {
            var row = workspace.row(content.record());
            switch (content.operation()) {
                case ADDED -> row.create();
                case DELETED -> row.delete();
                case MODIFIED -> {
                    // Its slots follow.
                }
            }
            content.slots().forEach(row::set);
        }
        workspace.add(new Entry(
                transaction.number(),
                transaction.revision(),
                id.uuid(),
                "someone",
                0,
                Touch.HERE,
                0,
                workspace.seen(transaction.seen(), transaction.locked(), Long.MAX_VALUE),
                transaction.seen(),
                0,
                0,
                transaction.contents()));
        workspace.flush();
        if (Invariants.consistent(workspace.state()).isPresent()) {
            return Optional.empty();
        }
        commit(workspace);
        return Optional.of(transaction);
    }

    /** Gives positions to what is committed. */
    void number() {
        var copy = state.copy();
        copy.journal.stream()
                .filter(entry -> entry.position() == 0)
                .sorted(Comparator.comparingLong(Entry::number))
                .toList()
                .forEach(entry -> copy.replace(entry.at(++copy.lastPosition)));
        if (bug == PlantedBug.POSITION_BEFORE_COMMIT && open != null) {
            copy.lastPosition++;
        }
        state = copy;
    }

    /** @param hopeful go on after what is on its way, as with one stick after the other */
    long sentFrom(long link, boolean hopeful) {
        long acknowledged = state.neighbours.get(link).acknowledged();
        return hopeful ? Math.max(acknowledged, sent.getOrDefault(link, 0L)) : acknowledged;
    }

    void sentTo(long link, long position) {
        sent.put(link, position);
    }

    long receptionEnd(long link) {
        return receptions.get(link).header().to();
    }

    /** What a person may reject now. */
    List<Parked> rejectable() {
        return state.parked.stream()
                .filter(parked -> !parked.from().parent())
                .filter(parked ->
                        units(parked.from()).mayReject(parked.changeSet().revision()))
                .toList();
    }

    Outbox outbox() {
        return new Outbox(state, id, bug);
    }

    /** Looks at what came over a link; begins to take it in if it is whole and leaves no gap. */
    boolean receive(long link, byte[] bytes) {
        if (receptions.containsKey(link) || !state.neighbours.containsKey(link)) {
            return false;
        }
        var changeSets = new ArrayList<ChangeSet>();
        try (var reader = new TransmissionReader(new ByteArrayInputStream(bytes))) {
            try {
                for (ChangeSet next = reader.next(); next != null; next = reader.next()) {
                    changeSets.add(next);
                }
            } catch (WireException | IOException e) {
                if (bug != PlantedBug.WHOLE_NOT_VERIFIED) {
                    return false;
                }
            }
            var header = reader.header();
            boolean agreed =
                    header.incarnation().equals(state.neighbours.get(link).agreement());
            if (!agreed) {
                return false;
            }
            if (header.from() > state.neighbours.get(link).received() && bug != PlantedBug.GAP_SKIPPED) {
                return false;
            }
            if (!knowsAll(link, changeSets)) {
                return false;
            }
            receptions.put(link, new Reception(sender(link), header, changeSets));
            return true;
        } catch (WireException | IOException e) {
            return false;
        }
    }

    /** What comes a second time must have come the first time, or it is a stick of another life. */
    private boolean knowsAll(long link, List<ChangeSet> changeSets) {
        long received = state.neighbours.get(link).received();
        return changeSets.stream()
                .filter(changeSet -> changeSet.position() <= received)
                .allMatch(changeSet -> state.find(changeSet.revision()).isPresent() || isParked(changeSet));
    }

    private boolean isParked(ChangeSet changeSet) {
        return state.parked.stream()
                .anyMatch(parked -> parked.changeSet().revision().equals(changeSet.revision()));
    }

    Set<Long> receiving() {
        return receptions.keySet();
    }

    List<ChangeSet> receiving(long link) {
        return receptions.get(link).changeSets();
    }

    /** Takes in the next batch. @return whether the transmission is through */
    boolean takeIn(long link, int batchSize) {
        var reception = receptions.get(link);
        var batch = reception.batch(batchSize);
        var workspace = workspace();
        long end = reception.end(batch);
        reception.settled(end).forEach(run -> settle(workspace, run));
        workspace.load(reception.from(), batch);
        if (!reception.header().ahead()) {
            workspace.inPlace();
        }
        new Intake(workspace).apply(reception.from(), wanted(link, batch));
        workspace.state().neighbours.computeIfPresent(link, (any, neighbour) -> reached(neighbour, reception, batch));
        if (commit(workspace) && reception.done(batch)) {
            receptions.remove(link);
            return true;
        }
        return false;
    }

    private Neighbour reached(Neighbour neighbour, Reception reception, List<ChangeSet> batch) {
        var header = reception.header();
        if (header.ahead() && bug != PlantedBug.RECEIVED_JUMPS_AHEAD) {
            return neighbour.cameAhead(header.to(), header.last());
        }
        long end = bug == PlantedBug.RECEIVED_BEFORE_APPLIED ? header.to() : reception.end(batch);
        return neighbour.receivedTo(end, header.to(), header.last());
    }

    /** Without what this site does not receive: the sender may have written it before the exclusion. */
    private List<ChangeSet> wanted(long link, List<ChangeSet> changeSets) {
        return changeSets.stream().map(changeSet -> wanted(link, changeSet)).toList();
    }

    private ChangeSet wanted(long link, ChangeSet changeSet) {
        var changes = changeSet.changes().stream()
                .filter(change -> !excluded.getOrDefault(link, Set.of()).contains(change.type()))
                .toList();
        return changeSet.with(changes);
    }

    private void settle(MemoryWorkspace workspace, Settled run) {
        for (long i = 0; i < run.count(); i++) {
            long parentPosition = run.parent() + i;
            workspace
                    .state()
                    .at(run.child() + i)
                    .ifPresent(entry -> workspace.settle(entry.revision(), parentPosition));
        }
    }

    /** Tries what waits for what was touched since; one transaction for each unit, again until nothing moves. */
    void retry() {
        boolean moved = true;
        while (moved) {
            var about = Set.copyOf(touched);
            boolean freed = settled;
            touched.clear();
            settled = false;
            moved = retry(unit -> unit.stream().anyMatch(parked -> isWorthRetry(parked, unit.size(), about, freed)));
        }
    }

    /** What it needs was touched, or its unit has grown and may now come to something that fits. */
    private static boolean isWorthRetry(Parked parked, int members, Set<String> touched, boolean settled) {
        return settled && parked.from().parent()
                || !Collections.disjoint(parked.needs(), touched)
                || members > 1 && !Collections.disjoint(records(parked), touched);
    }

    private static Set<String> records(Parked parked) {
        return parked.changeSet().changes().stream().map(Change::uuid).collect(Collectors.toSet());
    }

    /** A person tries all again. @return whether anything moved */
    boolean retryAll() {
        return retry(unit -> true);
    }

    private boolean retry(Predicate<List<Parked>> which) {
        int applied = 0;
        for (Sender from :
                new LinkedHashSet<>(state.parked.stream().map(Parked::from).toList())) {
            var units = units(from);
            for (List<UUID> unit : units.all()) {
                if (which.test(unit.stream().map(this::parked).toList())) {
                    applied += retry(from, units, unit);
                }
            }
        }
        return applied > 0;
    }

    private int retry(Sender from, ParkedUnits units, List<UUID> unit) {
        var workspace = workspace();
        workspace.load(from, wanted(from, unit));
        var intake = new Intake(workspace);
        var staying = units.retry(unit, together -> {
            try {
                intake.retry(from, wanted(from, together));
                return Optional.empty();
            } catch (NotApplicable e) {
                return Optional.of(e);
            }
        });
        staying.forEach(workspace::parkAgain);
        return commit(workspace) ? unit.size() - staying.size() : 0;
    }

    private List<ChangeSet> wanted(Sender from, List<UUID> revisions) {
        return revisions.stream()
                .map(revision -> wanted(from.link(), parked(revision).changeSet()))
                .toList();
    }

    private Parked parked(UUID revision) {
        return state.parked.stream()
                .filter(parked -> parked.changeSet().revision().equals(revision))
                .findFirst()
                .orElseThrow();
    }

    private ParkedUnits units(Sender from) {
        var namings = new ArrayList<Naming>();
        state.parked.stream().filter(parked -> parked.from().equals(from)).forEach(parked -> {
            var revision = parked.changeSet().revision();
            // So that it is known even if an exclusion has come between and left nothing of it.
            namings.add(new Naming(revision, revision.toString(), false));
            wanted(from.link(), parked.changeSet())
                    .changes()
                    .forEach(change -> namings.add(new Naming(revision, change.uuid(), true)));
            parked.needs().forEach(need -> namings.add(new Naming(revision, need, false)));
        });
        return new ParkedUnits(namings);
    }

    /** A person rejects one that came from a child. */
    boolean reject(Parked parked) {
        var workspace = workspace();
        new Intake(workspace).reject(parked.from(), parked.changeSet());
        return commit(workspace);
    }

    /** What is wanted is asked of the parent, which tells it in its journal. */
    void ask(SimulatedSite parent) {
        if (!state.wanted.isEmpty() && parent.tell(state.wanted)) {
            var copy = state.copy();
            copy.wanted.clear();
            state = copy;
        }
    }

    private boolean tell(Set<Key> records) {
        var workspace = workspace();
        new Intake(workspace)
                .restate(records.stream()
                        .map(key -> new RecordName(key.type(), key.uuid()))
                        .toList());
        return commit(workspace);
    }

    /**
     * After a reconciliation the records themselves are compared: at once, and again when nothing waits any more, until they are equal. About
     * what is unsettled here the parent has not decided, so it cannot tell; what is parked has been told.
     *
     * @return whether any differ, and are wanted now
     */
    boolean compare(SimulatedSite parent, Set<String> excludedTypes) {
        long link = Identity.linkTo(parent.id().index());
        int left = state.neighbours.get(link).comparisons();
        boolean quiet = isQuiet();
        boolean due = left == Neighbour.MOST_COMPARISONS || left > 0 && quiet;
        if (!due || bug == PlantedBug.NOT_COMPARED) {
            return false;
        }
        var differing = new LinkedHashSet<>(state.records.keySet());
        differing.addAll(parent.state.records.keySet());
        differing.removeIf(key -> excludedTypes.contains(key.type())
                || Objects.equals(state.records.get(key), parent.state.records.get(key)));
        boolean equal = differing.isEmpty();
        unsettled().flatMap(entry -> entry.contents().stream()).forEach(content -> differing.remove(content.record()));
        var waiting = state.parked.stream()
                .flatMap(parked -> records(parked).stream())
                .collect(Collectors.toSet());
        differing.removeIf(key -> waiting.contains(key.uuid()));
        var copy = state.copy();
        copy.wanted.addAll(differing);
        copy.neighbours.computeIfPresent(link, (any, one) -> one.compared(equal && quiet ? 0 : left - 1));
        state = copy;
        return !differing.isEmpty();
    }

    private Stream<Entry> unsettled() {
        return state.journal.stream()
                .filter(entry ->
                        entry.parentPosition() == 0 && !entry.contents().isEmpty());
    }

    private boolean isQuiet() {
        return unsettled().findAny().isEmpty()
                && state.parked.stream().noneMatch(parked -> parked.from().parent());
    }

    void acknowledged(long link, long position, UUID agreement) {
        var neighbour = state.neighbours.get(link);
        if (neighbour == null || agreement == null || !agreement.equals(neighbour.agreement())) {
            return;
        }
        var copy = state.copy();
        copy.neighbours.put(link, neighbour.acknowledgedTo(position));
        if (bug == PlantedBug.SETTLED_ON_ACKNOWLEDGEMENT && link == id.parentLink()) {
            long received = copy.neighbours.get(link).received();
            copy.journal.replaceAll(entry -> entry.position() <= position && entry.parentPosition() == 0 && received > 0
                    ? entry.atParent(received)
                    : entry);
        }
        state = copy;
    }

    /** The process dies: what was not committed is gone. */
    void crash() {
        open = null;
        receptions.clear();
        touched.clear();
        settled = false;
        retryAll();
    }
}
