package org.satchel.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.ChangeSet;
import org.satchel.rules.Edit;
import org.satchel.rules.Intake;
import org.satchel.rules.Seen;
import org.satchel.rules.SlotEdit;
import org.satchel.rules.Touch;

/** A child and a parent reconcile, transaction by transaction; what stops it in between starts it anew. */
final class Reunion {

    static final String AUTHOR = "transfer";

    private final SimulatedSite child;
    private final SimulatedSite parent;
    private final Set<String> excluded;
    private final UUID agreement;
    private final long up;
    private final long down;
    private final Random random;
    private final boolean calm;

    /** @param calm whether nothing stops it */
    Reunion(
            SimulatedSite child,
            SimulatedSite parent,
            Set<String> excluded,
            UUID agreement,
            Random random,
            boolean calm) {
        this.random = random;
        this.calm = calm;
        this.child = child;
        this.parent = parent;
        this.excluded = excluded;
        this.agreement = agreement;
        up = Identity.linkTo(parent.id().index());
        down = Identity.linkTo(child.id().index());
    }

    /** @return whether it came to its end */
    boolean run() {
        child.forget(up);
        parent.forget(down);
        child.number();
        if (!parent.transact(this::estrangeParent) || isStopped(20)) {
            return false;
        }
        parent.number();
        if (!child.transact(this::learn) || isStopped(20) || !sendUp() || isStopped(20)) {
            return false;
        }
        parent.number();
        child.number();
        long position = parent.state().lastPosition;
        if (!child.transact(this::learn) || !transfer(position)) {
            return false;
        }
        long restart = Reconciliation.restart(unsettled(), child.state().lastPosition);
        return parent.transact(workspace -> agree(workspace, down, agreement, restart, position))
                && child.transact(workspace -> agree(workspace, up, agreement, position, restart));
    }

    /** Before the child takes the parent's state, the parent hears all that the child has: then little is left to lay over that state. */
    private boolean sendUp() {
        long restart = Reconciliation.restart(unsettled(), child.state().lastPosition);
        long last = child.state().lastPosition;
        if (!parent.transact(workspace -> agree(workspace, down, Neighbour.PROVISIONAL, restart, 0))
                || !child.transact(workspace -> agree(workspace, up, Neighbour.PROVISIONAL, 0, restart))) {
            return false;
        }
        var bytes = child.outbox().write(agreement, up, restart, last, excluded, Instant.EPOCH);
        boolean received = parent.receive(down, bytes);
        while (received && parent.receiving().contains(down) && parent.open().isEmpty()) {
            parent.takeIn(down, 1 + random.nextInt(9));
        }
        boolean done = !parent.receiving().contains(down);
        parent.forget(down);
        parent.retry();
        return received && done;
    }

    private boolean isStopped(int chances) {
        return !calm && random.nextInt(chances) == 0;
    }

    private List<Long> unsettled() {
        return child.state().journal.stream()
                .filter(entry -> entry.parentPosition() == 0 && entry.position() != 0)
                .map(Entry::position)
                .toList();
    }

    private static void agree(MemoryWorkspace workspace, long link, UUID agreement, long received, long acknowledged) {
        workspace.state().neighbours.put(link, Neighbour.agreed(agreement, received, acknowledged));
    }

    /** The parent takes as its own what the child has lost; what it had parked of the child, the child sends again, or it is rejected. */
    private void estrangeParent(MemoryWorkspace workspace) {
        var state = workspace.state();
        var childs = child.state().journal.stream().map(Entry::revision).collect(Collectors.toSet());
        state.parked.removeIf(parked -> parked.from().link() == down
                && childs.contains(parked.changeSet().revision()));
        List.copyOf(state.parked).stream()
                .filter(parked -> parked.from().link() == down)
                .forEach(parked -> new Intake(workspace).reject(parked.from(), parked.changeSet()));
        state.journal.replaceAll(entry -> {
            if (entry.from() == down && Reconciliation.isOrphan(entry.revision(), childs)) {
                return entry.from(Touch.HERE);
            }
            return entry.settles() == down ? entry.settlesNothing() : entry;
        });
        state.neighbours.computeIfPresent(down, (any, neighbour) -> neighbour.estranged());
    }

    /** The child learns what the parent has. */
    private void learn(MemoryWorkspace workspace) {
        var state = workspace.state();
        var parents = new HashMap<UUID, Long>();
        var formerNames = parent.state().formerNames;
        parent.state().journal.forEach(entry -> {
            parents.put(entry.revision(), entry.position());
            parents.put(formerNames.getOrDefault(entry.revision(), entry.revision()), entry.position());
        });
        List.copyOf(state.parked).stream()
                .filter(parked -> parked.from().parent())
                .forEach(parked -> {
                    if (!parents.containsKey(parked.changeSet().revision())) {
                        state.conflicts.addAll(new Intake(workspace)
                                .withoutEffect(parked.changeSet())
                                .conflicts());
                    }
                    state.parked.remove(parked);
                });
        var before = new HashSet<UUID>();
        for (int i = 0; i < state.journal.size(); i++) {
            var entry = state.journal.get(i);
            var standing = standing(entry, parents, before);
            // Someone may have it whole: then this part of it must not pass for the revision.
            boolean adoptedInPart = standing.from() != entry.from() && state.inPart.contains(entry.revision());
            state.journal.set(i, adoptedInPart ? renamed(workspace, standing) : standing);
            before.add(entry.revision());
        }
        state.neighbours.computeIfPresent(up, (any, neighbour) -> neighbour.estranged());
    }

    private static Entry renamed(MemoryWorkspace workspace, Entry entry) {
        var name = workspace.newRevision();
        workspace.state().formerNames.put(name, entry.revision());
        return entry.named(name);
    }

    private Entry standing(Entry entry, Map<UUID, Long> parents, Set<UUID> before) {
        boolean fromParent = entry.from() == up || entry.from() == Entry.FORMER_LINK;
        if (entry.author().equals(AUTHOR) && fromParent) {
            return entry.atParent(1).seen(0, 0);
        }
        var at = parents.get(entry.revision());
        var standing = Reconciliation.standing(fromParent, at == null ? OptionalLong.empty() : OptionalLong.of(at));
        if (child.bug() == PlantedBug.LOST_NOT_ADOPTED && standing.adopted()) {
            return entry.atParent(1).seen(0, 0);
        }
        if (child.bug() == PlantedBug.TRANSFER_OVER_UNSETTLED && !standing.adopted()) {
            return entry.atParent(1).seen(0, 0);
        }
        if (standing.parentPosition() != Touch.NOT_YET) {
            return entry.atParent(standing.parentPosition()).seen(0, 0);
        }
        var unsettled = entry.unsettled(standing.adopted());
        return unsettled.seen(unsettled.from() == Touch.HERE ? seen(unsettled, before) : 0, 0);
    }

    /** What of the parent's journal, as it is now, the author can have seen: all to these records that was here before. */
    private long seen(Entry entry, Set<UUID> before) {
        var records = entry.contents().stream().map(Content::record).collect(Collectors.toSet());
        var late = parent.state().journal.stream()
                .filter(one -> one.from() != down && !before.contains(one.revision()))
                .filter(one -> one.contents().stream().anyMatch(content -> records.contains(content.record())))
                .map(Entry::position)
                .toList();
        return Seen.of(parent.state().lastPosition, late);
    }

    /** The parent's state, record by record, in batches; what does not fit at once is parked, and tried again at the end. */
    private boolean transfer(long position) {
        var keys = new TreeSet<>(java.util.Comparator.comparing(Key::type).thenComparing(Key::uuid));
        keys.addAll(parent.state().records.keySet());
        keys.addAll(child.state().records.keySet());
        keys.removeIf(key -> excluded.contains(key.type()));
        var batch = new ArrayList<Key>();
        for (Key key : keys) {
            batch.add(key);
            if (batch.size() == 4) {
                if (!transfer(batch, position) || isStopped(40)) {
                    return false;
                }
                batch.clear();
            }
        }
        if (!transfer(batch, position)) {
            return false;
        }
        child.retryAll();
        return child.transact(workspace -> workspace.add(marker(workspace, position)));
    }

    private boolean transfer(List<Key> batch, long position) {
        return child.transact(workspace -> {
            var changeSets = batch.stream()
                    .flatMap(key -> transfer(workspace, key, position).stream())
                    .toList();
            Intake.ofPieces(workspace).apply(child.sender(up), changeSets);
        });
    }

    private Optional<ChangeSet> transfer(MemoryWorkspace workspace, Key key, long position) {
        var held = Optional.ofNullable(parent.state().records.get(key)).map(any -> whole(key));
        return Reconciliation.transfer(workspace.row(key), held).map(edit -> changeSet(edit, key, position));
    }

    private List<SlotEdit> whole(Key key) {
        return new MemoryRow(key, parent.state(), touch -> true, PlantedBug.NONE).whole();
    }

    private ChangeSet changeSet(Edit edit, Key key, long position) {
        return new ChangeSet(
                Math.max(1, position),
                0,
                Reconciliation.identity(agreement, position, key.type(), key.uuid()),
                parent.id().uuid(),
                AUTHOR,
                Instant.EPOCH,
                List.of(Translation.change(new Content(key, edit.operation(), edit.slots()))),
                Map.of());
    }

    /** Whoever has this revision of the child has seen the parent's state. */
    private Entry marker(MemoryWorkspace workspace, long position) {
        return new Entry(
                ++workspace.state().lastNumber,
                Reconciliation.identity(agreement, position, "", ""),
                parent.id().uuid(),
                AUTHOR,
                0,
                up,
                Math.max(1, position),
                position,
                position,
                0,
                0,
                List.of());
    }
}
