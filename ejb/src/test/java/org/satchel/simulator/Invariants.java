package org.satchel.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.ChangeSet;
import org.satchel.rules.Slot;

/** What must hold at any time, and what must hold when all is quiet. */
final class Invariants {

    private Invariants() {}

    /** A promise is broken. */
    static final class Broken extends AssertionError {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what);
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new Broken(what);
        }
    }

    static void requireConsistent(Identity site, SiteState state) {
        consistent(state).ifPresent(what -> {
            throw new Broken("site " + site.index() + ": " + what);
        });
    }

    /** What a database's constraints would refuse; empty if all is well. */
    static Optional<String> consistent(SiteState state) {
        var codes = new HashSet<Object>();
        for (var record : state.records.entrySet()) {
            var shape = Shape.of(record.getKey().type());
            for (var reference : shape.references().entrySet()) {
                var target = (String) record.getValue().get(Slot.whole(reference.getKey()));
                if (target != null && !state.records.containsKey(new Key(reference.getValue(), target))) {
                    return Optional.of(record.getKey() + " refers to what is not there: " + target);
                }
            }
            var code = shape.unique() == null ? null : record.getValue().get(Slot.whole(shape.unique()));
            if (code != null && !codes.add(code)) {
                return Optional.of("two records have the code " + code + ", one is " + record.getKey());
            }
        }
        return Optional.empty();
    }

    /** Each revision once, and positions without a gap. */
    static void requireJournal(SimulatedSite site) {
        var revisions = new HashSet<UUID>();
        var positions = new HashSet<Long>();
        for (Entry entry : site.state().journal) {
            require(revisions.add(entry.revision()), site.id().index() + " has a revision twice");
            if (entry.position() != 0) {
                require(positions.add(entry.position()), site.id().index() + " gave a position twice");
            }
        }
        require(positions.size() == site.state().lastPosition, site.id().index() + " has a gap in its positions");
    }

    /** What a neighbour has acknowledged is in its database: as a revision, or parked. */
    static void requireSafe(SimulatedSite sender, SimulatedSite receiver, Set<String> excluded) {
        long link = Identity.linkTo(receiver.id().index());
        long back = Identity.linkTo(sender.id().index());
        long received = receiver.state().neighbours.get(back).received();
        long acknowledged = sender.state().neighbours.get(link).acknowledged();
        require(
                acknowledged <= received,
                "acknowledged, and not received: " + sender.id().index() + " to "
                        + receiver.id().index());
        var safe = receiver.state().journal.stream().map(Entry::revision).collect(Collectors.toSet());
        receiver.state().parked.forEach(parked -> safe.add(parked.changeSet().revision()));
        for (Entry entry : sender.state().journal) {
            // What is here in part is not told as if it were the revision.
            boolean given =
                    receiver.sender(back).parent() || !sender.state().inPart.contains(entry.revision());
            boolean sent = given && entry.position() != 0 && entry.position() <= received && entry.from() != link;
            boolean all = entry.contents().stream()
                    .allMatch(content -> excluded.contains(content.record().type()));
            require(
                    !sent || all || safe.contains(entry.revision()),
                    "lost on the way from " + sender.id().index() + " to "
                            + receiver.id().index() + ": position " + entry.position());
        }
    }

    /** Nobody is sent what he sent. */
    static void requireNews(SimulatedSite receiver, long link) {
        for (ChangeSet changeSet : receiver.receiving(link)) {
            boolean echo = receiver.state().find(changeSet.revision()).stream().anyMatch(entry -> entry.from() != link);
            require(!echo, receiver.id().index() + " hears its own revision from link " + link);
        }
    }

    static void requireQuiet(SimulatedSite site) {
        require(site.state().parked.isEmpty(), () -> site.id().index() + " still has parked: " + site.state().parked);
        site.state()
                .neighbours
                .forEach((link, neighbour) -> require(
                        neighbour.acknowledged() == site.state().lastPosition,
                        site.id().index() + " still has to send"));
        if (site.id().hasParent()) {
            site.state()
                    .journal
                    .forEach(entry -> require(
                            entry.parentPosition() != 0 || entry.contents().isEmpty(),
                            site.id().index() + " has an unsettled revision at " + entry.position()));
        }
    }

    private static void require(boolean holds, java.util.function.Supplier<String> what) {
        if (!holds) {
            throw new Broken(what.get());
        }
    }

    /** The digests of two neighbours, in full. */
    static void requireEqual(SimulatedSite one, SimulatedSite other, Set<String> excluded) {
        for (Shape shape : Shape.EDITED) {
            if (!excluded.contains(shape.type())) {
                var here = digest(one, shape.type());
                var there = digest(other, shape.type());
                require(
                        here.equals(there),
                        () -> "sites " + one.id().index() + " and " + other.id().index() + " differ: "
                                + difference(here, there));
            }
        }
    }

    private static List<String> difference(Set<String> here, Set<String> there) {
        var differ = new java.util.ArrayList<String>();
        here.stream().filter(line -> !there.contains(line)).sorted().forEach(line -> differ.add("here " + line));
        there.stream().filter(line -> !here.contains(line)).sorted().forEach(line -> differ.add("there " + line));
        return differ;
    }

    private static Set<String> digest(SimulatedSite site, String type) {
        var lines = new HashSet<String>();
        site.state().records.forEach((key, slots) -> {
            if (key.type().equals(type)) {
                lines.add(key.uuid());
                slots.forEach((slot, value) -> lines.add(key.uuid() + " " + slot + " = " + value));
            }
        });
        return lines;
    }
}
