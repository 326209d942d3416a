package org.satchel.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.satchel.rules.ClassRule;
import org.satchel.rules.Policy;

/** Sites in a tree, the lines between them, and one step after the other. */
final class World {

    private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");
    private static final long YEAR_SECONDS = 31_556_952;

    private final Scenario scenario;
    private final List<SimulatedSite> sites = new ArrayList<>();
    private final int[] parents;
    /** What the link between a site and its parent does not carry, by the child's index. */
    private final List<Set<String>> excluded = new ArrayList<>();

    private final List<Message> travelling = new ArrayList<>();
    private final Set<Integer> cut = new HashSet<>();
    private final Map<Integer, SiteState> backups = new HashMap<>();
    private final Story story;
    private final Chronicle chronicle = new Chronicle();
    private Random random;
    private int step = -1;
    private boolean calm;

    World(Scenario scenario, Story story) {
        this.scenario = scenario;
        this.story = story;
        random = scenario.random(-1);
        parents = new int[scenario.sites()];
        for (int i = 0; i < parents.length; i++) {
            excluded.add(new HashSet<>());
        }
        for (int i = 1; i < parents.length; i++) {
            parents[i] = random.nextInt(3) == 0 ? i - 1 : random.nextInt(i);
        }
        for (int i = 0; i < parents.length; i++) {
            var id = new Identity(i, new UUID(7, i), i == 0 ? 0 : Identity.linkTo(parents[i]));
            var carriesNot = new TreeMap<Long, Set<String>>();
            links(i).forEach(link -> carriesNot.put(link, excludedBetween(id.index(), Identity.siteOf(link))));
            sites.add(new SimulatedSite(id, carriesNot, scenario.bug(), this::newId));
            if (i > 0 && random.nextInt(8) == 0 && !scenario.disasters()) {
                excluded.get(i).add(Shape.REPORT.type());
            }
            setRules(sites.get(i));
        }
    }

    private List<Long> links(int site) {
        var links = new ArrayList<Long>();
        if (site > 0) {
            links.add(Identity.linkTo(parents[site]));
        }
        IntStream.range(1, parents.length)
                .filter(child -> parents[child] == site)
                .forEach(child -> links.add(Identity.linkTo(child)));
        return links;
    }

    private UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    List<SimulatedSite> sites() {
        return sites;
    }

    int step() {
        return step;
    }

    /** Runs all steps, then heals and looks whether every promise was kept. */
    void run() {
        for (step = 0; step < scenario.steps(); step++) {
            if (!scenario.without().contains(step)) {
                random = scenario.random(step);
                act();
                story.tell(step, sites);
            }
        }
        random = scenario.random(-2);
        new Healing(this).heal();
        requireHealed();
    }

    private void act() {
        var site = sites.get(random.nextInt(sites.size()));
        int kind = random.nextInt(100);
        if (kind < 34) {
            edit(site);
        } else if (kind < 38) {
            site.begin(random, step + "");
        } else if (kind < 44) {
            commitOpen(site);
        } else if (kind < 52) {
            site.number();
        } else if (kind < 66) {
            send(site);
        } else if (kind < 78) {
            deliver();
        } else if (kind < 82) {
            continueTakingIn(site);
        } else if (kind < (scenario.disasters() ? 88 : 92)) {
            exchange();
        } else if (kind < 93) {
            disaster(site);
        } else if (kind < 95) {
            cutOrJoin();
        } else if (kind < 96) {
            changeRules(site);
        } else if (kind < 98) {
            person(site);
        } else {
            site.retry();
        }
        check(site);
    }

    private void disaster(SimulatedSite site) {
        int kind = scenario.disasters() ? random.nextInt(8) : 0;
        if (kind < 3) {
            site.crash();
        } else if (kind < 5) {
            backups.put(site.id().index(), site.state().copy());
        } else if (kind < 7) {
            restore(site);
        } else {
            move(site);
        }
    }

    private void check(SimulatedSite site) {
        Invariants.requireJournal(site);
        int index = site.id().index();
        for (long link : site.state().neighbours.keySet()) {
            int other = Identity.siteOf(link);
            if (!areInTouch(site, sites.get(other)) || !fit(site, sites.get(other))) {
                continue;
            }
            Invariants.requireSafe(site, sites.get(other), excludedBetween(index, other));
            Invariants.requireSafe(sites.get(other), site, excludedBetween(index, other));
        }
    }

    /** Whether the two have greeted, and found that their journals fit. */
    private static boolean areInTouch(SimulatedSite one, SimulatedSite other) {
        long there = Identity.linkTo(other.id().index());
        long here = Identity.linkTo(one.id().index());
        var agreement = one.state().neighbours.get(there).agreement();
        return agreement != null
                && agreement.equals(other.state().neighbours.get(here).agreement())
                && one.hasGreeted(there)
                && other.hasGreeted(here);
    }

    private static boolean fit(SimulatedSite one, SimulatedSite other) {
        return Reconciliation.fits(
                        one,
                        other.state().neighbours.get(Identity.linkTo(one.id().index())))
                && Reconciliation.fits(
                        other,
                        one.state().neighbours.get(Identity.linkTo(other.id().index())));
    }

    /** The disk is gone; what nobody else had is lost. */
    private void restore(SimulatedSite site) {
        var backup = backups.get(site.id().index());
        if (backup == null) {
            return;
        }
        story.tell("site " + site.id().index() + " restores a backup");
        var left = sites.stream()
                .filter(other -> other != site)
                .map(SimulatedSite::state)
                .collect(Collectors.toCollection(ArrayList::new));
        left.add(backup);
        chronicle.gone(left, site.state().conflicts);
        site.restore(backup);
        travelling.removeIf(message -> message.to() == site.id().index());
    }

    /** To another parent that is not below it. */
    private void move(SimulatedSite site) {
        int index = site.id().index();
        int target = random.nextInt(parents.length);
        if (index == 0 || target == parents[index] || isBelow(target, index)) {
            return;
        }
        var old = sites.get(parents[index]);
        story.tell("site " + index + " moves from " + parents[index] + " to " + target);
        commitOpen(site);
        old.leave(Identity.linkTo(index));
        site.leave(Identity.linkTo(parents[index]));
        backups.keySet().removeAll(Set.of(index, parents[index], target));
        parents[index] = target;
        site.meet(Identity.linkTo(target), excluded.get(index), true);
        sites.get(target).meet(Identity.linkTo(index), excluded.get(index), false);
    }

    private boolean isBelow(int site, int above) {
        return site == above || site != 0 && isBelow(parents[site], above);
    }

    private void edit(SimulatedSite site) {
        commitOpen(site);
        site.begin(random, step + "");
        commitOpen(site);
        if (random.nextInt(3) > 0) {
            site.number();
        }
    }

    void commitOpen(SimulatedSite site) {
        site.commitOpen().ifPresent(done -> chronicle.committed(site.id().index(), done));
    }

    /** Over the line, or on a stick that may come much later, or never, or twice. */
    private void send(SimulatedSite site) {
        var links = List.copyOf(site.state().neighbours.keySet());
        long link = links.get(random.nextInt(links.size()));
        int to = Identity.siteOf(link);
        if (!areInTouch(site, sites.get(to))) {
            return;
        }
        long last = site.state().lastPosition;
        long from = site.sentFrom(link, random.nextInt(3) == 0);
        long end = random.nextInt(3) == 0 ? from + random.nextInt((int) (last - from) + 1) : last;
        if (end == from) {
            return;
        }
        var ahead = ahead(site, link, from, last);
        ahead.ifPresent(bytes -> travel(site, to, bytes));
        if (ahead.isPresent() && random.nextBoolean()) {
            return;
        }
        travel(site, to, write(site, link, from, end));
        site.sentTo(link, end);
    }

    /** Now and then, before the rest: what others refer to. */
    private Optional<byte[]> ahead(SimulatedSite site, long link, long from, long last) {
        if (calm || random.nextInt(5) > 1) {
            return Optional.empty();
        }
        long looked = random.nextInt(4) == 0 ? from + random.nextInt((int) (last - from) + 1) : from;
        int index = site.id().index();
        return site.outbox()
                .writeAhead(
                        newId(),
                        link,
                        from,
                        looked,
                        1 + random.nextInt(6),
                        excludedBetween(index, Identity.siteOf(link)),
                        clock(site));
    }

    private void travel(SimulatedSite site, int to, byte[] bytes) {
        if (random.nextInt(10) == 0 || cut.contains(line(site.id().index(), to))) {
            return;
        }
        travelling.add(Message.transmission(site.id().index(), to, random.nextInt(12) == 0 ? damage(bytes) : bytes));
        if (random.nextInt(10) == 0) {
            travelling.add(Message.transmission(site.id().index(), to, bytes));
        }
    }

    private byte[] damage(byte[] bytes) {
        if (random.nextInt(3) > 0) {
            return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        var damaged = bytes.clone();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }

    byte[] write(SimulatedSite site, long link, long from, long to) {
        var excludes = excludedBetween(site.id().index(), Identity.siteOf(link));
        return site.outbox().write(newId(), link, from, to, excludes, clock(site));
    }

    private Instant clock(SimulatedSite site) {
        return EPOCH.plusSeconds(site.id().index() * 3 * YEAR_SECONDS + step);
    }

    private void deliver() {
        if (travelling.isEmpty()) {
            return;
        }
        var message = travelling.get(random.nextInt(Math.min(4, travelling.size())));
        if (random.nextInt(10) > 0) {
            travelling.remove(message);
        }
        var site = sites.get(message.to());
        long link = Identity.linkTo(message.from());
        if (message.bytes() == null) {
            site.acknowledged(link, message.acknowledged(), message.agreement());
        } else if (site.receive(link, message.bytes())) {
            if (!scenario.disasters()) {
                Invariants.requireNews(site, link);
            }
            if (scenario.bug() == PlantedBug.ACKNOWLEDGED_BEFORE_COMMIT) {
                acknowledge(site, link, site.receptionEnd(link));
            }
            if (random.nextInt(4) > 0) {
                takeInAll(site, link);
            }
        }
    }

    private void continueTakingIn(SimulatedSite site) {
        for (long link : Set.copyOf(site.receiving())) {
            takeIn(site, link);
        }
    }

    private boolean takeIn(SimulatedSite site, long link) {
        boolean done = site.takeIn(link, 1 + random.nextInt(5));
        if (done) {
            site.retry();
            acknowledge(site, link, site.state().neighbours.get(link).received());
        }
        return done;
    }

    private void takeInAll(SimulatedSite site, long link) {
        int tries = 0;
        while (!takeIn(site, link) && tries++ < 1000) {
            if (random.nextInt(40) == 0) {
                site.crash();
                return;
            }
            if (site.open().isPresent()) {
                return;
            }
        }
    }

    private void acknowledge(SimulatedSite site, long link, long position) {
        int to = Identity.siteOf(link);
        if (random.nextInt(8) > 0 && !cut.contains(line(site.id().index(), to))) {
            var agreement = site.state().neighbours.get(link).agreement();
            travelling.add(Message.acknowledgement(site.id().index(), to, position, agreement));
        }
    }

    /** A good moment: both ways, at once. */
    private void exchange() {
        int child = 1 + random.nextInt(parents.length - 1);
        if (!cut.contains(child)) {
            exchange(sites.get(child), sites.get(parents[child]));
        }
    }

    void exchange(SimulatedSite child, SimulatedSite parent) {
        var reconciliation = new Reconciliation(child, parent, newId(), random, calm);
        if (reconciliation.greet()
                && story.tell(
                        "sites " + child.id().index() + " and " + parent.id().index() + " reconcile")
                && !reconciliation.run()) {
            return;
        }
        child.greeted(parent);
        parent.greeted(child);
        carry(child, parent);
        child.ask(parent);
        carry(parent, child);
        if (child.compare(parent, excluded.get(child.id().index()))) {
            child.ask(parent);
            carry(parent, child);
        }
    }

    private void carry(SimulatedSite from, SimulatedSite to) {
        from.number();
        long link = Identity.linkTo(to.id().index());
        long back = Identity.linkTo(from.id().index());
        long start = from.state().neighbours.get(link).acknowledged();
        if (start == from.state().lastPosition || to.receiving().contains(back)) {
            return;
        }
        var ahead = ahead(from, link, start, from.state().lastPosition);
        ahead.ifPresent(bytes -> carry(bytes, to, back));
        if (ahead.isPresent() && random.nextBoolean()) {
            // The line broke before the rest.
            return;
        }
        carry(write(from, link, start, from.state().lastPosition), to, back);
        story.tell(step, sites);
        var neighbour = to.state().neighbours.get(back);
        from.acknowledged(link, neighbour.received(), neighbour.agreement());
    }

    private void carry(byte[] bytes, SimulatedSite to, long back) {
        to.receive(back, bytes);
        while (to.receiving().contains(back) && to.open().isEmpty()) {
            to.takeIn(back, 1 + random.nextInt(9));
        }
        to.retry();
    }

    private void cutOrJoin() {
        int child = 1 + random.nextInt(parents.length - 1);
        if (!cut.remove(child)) {
            cut.add(child);
        }
    }

    private void changeRules(SimulatedSite site) {
        setRules(site);
        int index = site.id().index();
        if (index > 0 && random.nextInt(4) == 0 && !scenario.disasters()) {
            excluded.get(index).add(Shape.REPORT.type());
        }
    }

    private void setRules(SimulatedSite site) {
        for (Shape shape : Shape.EDITED) {
            if (random.nextInt(2) == 0) {
                var policy = Policy.values()[random.nextInt(Policy.values().length)];
                var author = policy == Policy.AUTHORED_AT ? new UUID(7, random.nextInt(parents.length)) : null;
                var stamps = shape.stamp() == null ? Set.<String>of() : Set.of(shape.stamp());
                site.rule(shape.type(), new ClassRule(policy, author, stamps));
            }
        }
    }

    /** Someone at the console: tries again, or rejects what a child sent. */
    private void person(SimulatedSite site) {
        var rejectable = site.rejectable();
        if (rejectable.isEmpty() || random.nextBoolean()) {
            site.retryAll();
        } else {
            site.reject(rejectable.get(random.nextInt(rejectable.size())));
        }
    }

    void calm() {
        calm = true;
        travelling.clear();
        cut.clear();
        for (SimulatedSite site : sites) {
            commitOpen(site);
            site.crash();
        }
    }

    SimulatedSite parentOf(SimulatedSite site) {
        return sites.get(parents[site.id().index()]);
    }

    private int line(int one, int other) {
        return parents[one] == other && one != 0 ? one : other;
    }

    private Set<String> excludedBetween(int one, int other) {
        return excluded.get(line(one, other));
    }

    private void requireHealed() {
        for (SimulatedSite site : sites) {
            check(site);
            Invariants.requireQuiet(site);
            if (site.id().hasParent()) {
                Invariants.requireEqual(
                        site, parentOf(site), excluded.get(site.id().index()));
            }
        }
        chronicle.requireNothingLost(sites);
    }
}
