package org.satchel.simulator;

/** The lines are good again, and people look after what is parked: after a while all must be quiet. */
final class Healing {

    private static final int MOST_ROUNDS = 200;

    private final World world;

    Healing(World world) {
        this.world = world;
    }

    void heal() {
        world.calm();
        int rounds = 0;
        do {
            while (exchangeAll()) {
                Invariants.require(rounds++ < MOST_ROUNDS, "the sites never fall silent");
            }
        } while (retryAll() || rejectOne());
    }

    /** @return whether anything moved */
    private boolean exchangeAll() {
        var before = state();
        for (SimulatedSite site : world.sites()) {
            if (site.id().hasParent()) {
                world.exchange(site, world.parentOf(site));
            }
        }
        return !before.equals(state());
    }

    private boolean retryAll() {
        boolean moved = false;
        for (SimulatedSite site : world.sites()) {
            moved |= site.retryAll();
        }
        return moved;
    }

    private boolean rejectOne() {
        for (SimulatedSite site : world.sites()) {
            var parked = site.rejectable();
            if (!parked.isEmpty()) {
                Invariants.require(site.reject(parked.get(0)), "nobody is in the way of a rejection");
                return true;
            }
        }
        return false;
    }

    private String state() {
        var state = new StringBuilder();
        for (SimulatedSite site : world.sites()) {
            state.append(site.state().lastNumber)
                    .append(' ')
                    .append(site.state().lastPosition)
                    .append(site.state().neighbours)
                    .append(site.state().parked.size());
        }
        return state.toString();
    }
}
