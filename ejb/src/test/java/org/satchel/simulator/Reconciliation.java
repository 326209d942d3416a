package org.satchel.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.rules.Intake;
import org.satchel.rules.Touch;

/**
 * A child and a parent greet, and if their journals do not fit, the child walks through the parent's: as the product does (protocol.md, 2.1 and
 * 2.10). Transaction by transaction; what stops it in between starts it anew.
 */
final class Reconciliation {

    /** Where it counts as settled that nobody is to have. */
    private static final long BEFORE_ALL = 1;

    private final SimulatedSite child;
    private final SimulatedSite parent;
    private final UUID agreement;
    private final long up;
    private final long down;
    private final int number;
    private final Random random;
    private final boolean calm;

    /** @param calm whether nothing stops it */
    Reconciliation(SimulatedSite child, SimulatedSite parent, UUID agreement, Random random, boolean calm) {
        this.child = child;
        this.parent = parent;
        this.agreement = agreement;
        this.random = random;
        this.calm = calm;
        up = Identity.linkTo(parent.id().index());
        down = Identity.linkTo(child.id().index());
        number = 1
                + Math.max(
                        child.state().neighbours.get(up).number(),
                        parent.state().neighbours.get(down).number());
    }

    /** @return whether the journals have to be compared; a site that finds itself to be an older state of itself begins a new life */
    boolean greet() {
        child.number();
        parent.number();
        boolean noticed = child.bug() != PlantedBug.BACKUP_NOT_NOTICED;
        var above = child.state().neighbours.get(up);
        var below = parent.state().neighbours.get(down);
        boolean parentFits = fits(parent, above) && above.number() <= below.number();
        // Where the last reconciliation broke off, only the parent may have come to its end.
        boolean childFits = fits(child, below) && (below.number() <= above.number() || !above.isAgreed());
        if (!parentFits && noticed && parent.state().life.equals(above.life())) {
            parent.renew();
        }
        if (!childFits && noticed) {
            child.renew();
        }
        return !child.state().neighbours.get(up).isAgreed()
                || noticed && !(parentFits && childFits && know(child, up, parent) && know(parent, down, child));
    }

    private static boolean know(SimulatedSite site, long link, SimulatedSite other) {
        return other.state().life.equals(site.state().neighbours.get(link).life());
    }

    /** Whether a site's journal is the one that its neighbour has received. */
    static boolean fits(SimulatedSite site, Neighbour asOther) {
        var state = site.state();
        return asOther.received() <= state.lastPosition && Objects.equals(asOther.mark(), state.mark(asOther.marked()));
    }

    /** @return whether it came to its end */
    boolean run() {
        child.forget(up);
        parent.forget(down);
        if (!child.transact(this::begin) || isStopped()) {
            return false;
        }
        parent.number();
        if (!child.transact(this::walk) || isStopped()) {
            return false;
        }
        long received = received();
        long resume = resume();
        long seen = seen(received);
        return parent.transact(workspace -> finishAtParent(workspace, received, resume, seen))
                && !isStopped()
                && child.transact(workspace -> finishAtChild(workspace, received, resume));
    }

    private boolean isStopped() {
        return !calm && random.nextInt(20) == 0;
    }

    /** Forgets what is known of the parent's positions. */
    private void begin(MemoryWorkspace workspace) {
        workspace.state().neighbours.computeIfPresent(up, (any, neighbour) -> neighbour.estranged());
        workspace.state().journal.replaceAll(entry -> entry.atParent(0));
        forget(workspace.state(), up);
    }

    /** What is parked of a neighbour comes again, if the neighbour still has it. */
    private static void forget(SiteState state, long link) {
        state.parked.replaceAll(parked -> parked.from().link() == link ? parked.at(0) : parked);
    }

    private void walk(MemoryWorkspace workspace) {
        var parents = new HashMap<UUID, Long>();
        parent.state().journal.forEach(entry -> parents.put(entry.revision(), entry.position()));
        workspace.state().journal.replaceAll(entry -> entry.atParent(parents.getOrDefault(entry.revision(), 0L)));
        workspace
                .state()
                .parked
                .replaceAll(parked -> parked.from().link() == up
                        ? parked.at(parents.getOrDefault(parked.changeSet().revision(), 0L))
                        : parked);
    }

    /** The parent's position before the first revision that the child has not. */
    private long received() {
        var here = child.state().journal.stream().map(Entry::parentPosition).collect(Collectors.toSet());
        long received = 0;
        while (here.contains(received + 1)) {
            received++;
        }
        return received;
    }

    /** The child's position before its first revision that the parent has not. */
    private long resume() {
        return child.state().journal.stream()
                .filter(entry -> entry.parentPosition() == 0 && entry.position() != 0)
                .mapToLong(entry -> entry.position() - 1)
                .min()
                .orElse(child.state().lastPosition);
    }

    /** What of the parent's journal all have seen who made what the parent has not. */
    private long seen(long received) {
        long seen = received;
        boolean after = false;
        for (Entry entry : child.state().journal) {
            if (after && entry.parentPosition() != 0) {
                seen = Math.min(seen, entry.parentPosition() - 1);
            }
            after |= entry.parentPosition() == 0;
        }
        return seen;
    }

    /** What the child may have lost, or got back since, is somebody else's to the parent: it is sent back, and the child's authors may not know of it. */
    private void finishAtParent(MemoryWorkspace workspace, long received, long resume, long seen) {
        var state = workspace.state();
        state.journal.replaceAll(entry -> {
            boolean lost = entry.from() == down && (entry.position() == 0 || entry.position() > seen);
            var kept = lost ? entry.from(Touch.HERE) : entry;
            return kept.settles() == down && kept.settled() > resume ? kept.settlesNothing() : kept;
        });
        forget(state, down);
        state.neighbours.put(
                down,
                Neighbour.agreed(
                        agreement,
                        child.state().life,
                        number,
                        resume,
                        child.state().mark(resume),
                        received,
                        0));
    }

    /** What only the child has is its own now, whoever made it. */
    private void finishAtChild(MemoryWorkspace workspace, long received, long resume) {
        var state = workspace.state();
        // Seen is all of the parent's journal that stands before it here, as far as nothing of that came later.
        long seen = received;
        for (int i = state.journal.size() - 1; i >= 0; i--) {
            var entry = state.journal.get(i);
            state.journal.set(i, entry.seen(seen, seen));
            if (entry.parentPosition() != 0) {
                seen = Math.min(seen, entry.parentPosition() - 1);
            }
        }
        adopt(workspace);
        state.neighbours.put(
                up,
                Neighbour.agreed(
                        agreement,
                        parent.state().life,
                        number,
                        received,
                        parent.state().mark(received),
                        resume,
                        Neighbour.MOST_COMPARISONS));
    }

    /**
     * What the parent has not, or no longer, is this site's own now, if it is here whole. Of what is here in part, or parked, another site may
     * have all, so that this must not pass for it: it goes to the conflict list.
     */
    private void adopt(MemoryWorkspace workspace) {
        var state = workspace.state();
        var intake = new Intake(workspace);
        for (int i = 0; i < state.journal.size(); i++) {
            var entry = state.journal.get(i);
            if (entry.parentPosition() != 0) {
                continue;
            }
            if (entry.from() == up && child.bug() == PlantedBug.LOST_NOT_ADOPTED) {
                state.journal.set(i, entry.atParent(BEFORE_ALL));
            } else if (state.inPart.contains(entry.revision())) {
                intake.abandon(Outbox.changeSet(entry));
                state.journal.set(i, entry.atParent(BEFORE_ALL));
            } else if (entry.from() == up) {
                state.journal.set(i, entry.from(Touch.HERE));
            }
        }
        List.copyOf(state.parked).stream()
                .filter(parked ->
                        parked.from().link() == up && parked.changeSet().position() == 0)
                .forEach(parked -> {
                    intake.abandon(parked.changeSet());
                    state.parked.remove(parked);
                });
    }
}
