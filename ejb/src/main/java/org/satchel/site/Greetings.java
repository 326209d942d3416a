package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whether a neighbour is who its link says, and whether the sites below it can be below it.
 *
 * <p>Credentials alone do not tell: they may have been copied with a server's image, or typed in at the wrong clinic. So the first site that
 * uses a link owns it. Greetings come with every exchange and nearly always say what is known; then nothing is written or locked.
 */
@Dependent
class Greetings {

    static final int MAX_SITES = 10_000;

    private final Sites sites;
    private final LinkRows links;
    private final OriginRows origins;

    @Inject
    Greetings(Sites sites, LinkRows links, OriginRows origins) {
        this.sites = sites;
        this.links = links;
        this.origins = origins;
    }

    void greet(long link, Life neighbourLife, String name, List<OriginSite> subtree) {
        var neighbour = neighbourLife.site();
        var known = links.byId(link).orElseThrow(() -> new IdentityTaken("there is no link " + link));
        require(subtree.size() <= MAX_SITES, "it announces more than " + MAX_SITES + " sites");
        require(!neighbour.equals(sites.self().uuid()), "it is this site itself");
        bind(known, neighbourLife);
        switch (known.role()) {
            case PARENT ->
                require(!origins.links().containsKey(neighbour), "it is below this site, so it cannot be above");
            case CHILD -> takeSubtree(link, new OriginSite(neighbour, name), subtree);
        }
        if (!known.isBound()) {
            SiteMessages.LOG.bound(link, known.name(), neighbour);
        }
    }

    private void bind(Link known, Life life) {
        var link = known;
        if (!link.isBound()) {
            links.bind(link.id(), life.site(), life.incarnation());
            link = links.byId(link.id()).orElseThrow();
            require(link.isBound(), "it uses another link already");
        }
        require(life.site().equals(link.neighbour()), "the link belongs to site " + link.neighbour());
        if (!life.incarnation().equals(link.neighbourIncarnation())) {
            renew(link, life);
        }
    }

    /** A restored database names the life it follows; one that claims a life that is over is a copy, or was copied. */
    private void renew(Link link, Life life) {
        require(
                !links.formerIncarnations(link.id()).contains(life.incarnation()),
                "two databases claim to be it: one is a copy, or a restored backup, of the other. At the copy, make it a site of"
                        + " its own; or, if the other is gone for good, bind this link anew");
        require(
                link.neighbourIncarnation().equals(life.previous()),
                "its database is a restored or copied one and does not follow the one that was here before");
        links.renew(link.id(), link.neighbourIncarnation(), life.incarnation());
        SiteMessages.LOG.neighbourRenewed(link.id(), link.name(), life.incarnation(), link.neighbourIncarnation());
    }

    private void takeSubtree(long link, OriginSite neighbour, List<OriginSite> subtree) {
        var announced = new ArrayList<>(subtree);
        announced.removeIf(site -> site.uuid().equals(neighbour.uuid()));
        announced.add(neighbour);
        var gone = new ArrayList<>(origins.of(link));
        gone.removeIf(site -> announced.stream().anyMatch(one -> one.uuid().equals(site.uuid())));
        if (!gone.isEmpty()) {
            origins.release(link, gone);
        }
        var fresh = new HashSet<>(announced);
        fresh.removeAll(origins.of(link));
        if (fresh.isEmpty()) {
            return;
        }
        requireNotAbove(fresh);
        // Sorted, so that two children that announce at once lock rows in the same order.
        var sorted = fresh.stream()
                .sorted(Comparator.comparing(site -> site.uuid().toString()))
                .toList();
        origins.put(link, sorted);
        requireAllHere(link, sorted);
    }

    private void requireNotAbove(Set<OriginSite> announced) {
        var self = sites.self().uuid();
        var parent = links.parent().map(Link::neighbour).orElse(null);
        for (var site : announced) {
            require(!site.uuid().equals(self), "it announces this site as below itself");
            require(!site.uuid().equals(parent), "it announces this site's parent as below itself");
        }
    }

    private void requireAllHere(long link, List<OriginSite> announced) {
        var holders = origins.links();
        for (var site : announced) {
            var holder = holders.get(site.uuid());
            require(holder != null && holder == link, "site " + site.uuid() + " is reached over another link");
        }
    }

    private static void require(boolean right, String reason) {
        if (!right) {
            throw new IdentityTaken(reason);
        }
    }
}
