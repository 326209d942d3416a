package org.satchel.site;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The relationships with this site's neighbours.
 *
 * <p>Each method joins the caller's transaction or is one of its own. Links are read fresh each time, since the engine advances their
 * positions. Only an administrator changes them; the engine reads them and passes greetings on.
 */
@Stateless
@PermitAll
public class Links {

    static final String ACCOUNT_PREFIX = "site-";

    @Inject
    private LinkRows links;

    @Inject
    private OriginRows origins;

    @Inject
    private AccountRows accounts;

    @Inject
    private Secrets secrets;

    @Inject
    private Greetings greetings;

    @Inject
    private Sites sites;

    @Inject
    private Uuids uuids;

    /** Adds a child and its machine account. The secret is returned this once. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public ChildCredentials addChild(String name) {
        links.lockForAdding();
        requireNewName(name);
        var account = ACCOUNT_PREFIX + uuids.next().toString().substring(0, 13);
        var secret = MachineSecret.next();
        accounts.add(account, MachineSecret.fingerprint(secret), Set.of(Roles.SITE));
        return new ChildCredentials(links.add(LinkRole.CHILD, name, null, account), account, secret);
    }

    /**
     * Makes the site a child of the given one.
     *
     * @param address base URL of the parent's REST interface
     * @throws ParentExists if the site has a parent
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Link setParent(String name, URI address, String account, String secret) {
        var base = ParentAddress.require(address);
        links.lockForAdding();
        requireNewName(name);
        links.parent().ifPresent(parent -> {
            throw new ParentExists(parent.name());
        });
        var id = links.add(LinkRole.PARENT, name, base, account);
        links.storeSecret(id, secrets.encrypt(secret, owner(id)));
        return links.byId(id).orElseThrow();
    }

    /**
     * Moves this site to another parent. What it has not yet settled with the old one goes to the new one; what the new one has not yet, is
     * protected here until it arrives there. Nothing is overwritten.
     *
     * @throws InvalidLink if the site has no parent
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Link moveToParent(String name, URI address, String account, String secret) {
        var base = ParentAddress.require(address);
        links.lockForAdding();
        var before = links.parent().orElseThrow(() -> new InvalidLink("this site has no parent; set one instead"));
        if (!before.name().equals(name)) {
            requireNewName(name);
        }
        links.move(before.id(), name, base, account);
        links.storeSecret(before.id(), secrets.encrypt(secret, owner(before.id())));
        return links.byId(before.id()).orElseThrow();
    }

    /** A child has moved to another parent, or is gone: it may not come again, and its sites may be announced by others. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<Link> release(long id) {
        var link = links.byId(id).filter(one -> one.role() == LinkRole.CHILD);
        link.ifPresent(one -> {
            links.change(id, one.interval(), false);
            // It may come back one day, over a link of its own.
            links.forgetIncarnation(id);
            links.forgetPositions(id);
            origins.release(id, origins.of(id));
        });
        return link.flatMap(one -> links.byId(id));
    }

    /** Takes whatever database greets next as the neighbour: after the one that claimed to be it is gone for good. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<Link> bindAnew(long id) {
        links.forgetIncarnation(id);
        return links.byId(id);
    }

    /** Whether the parent's journal and this one have been compared since the link was made. */
    public boolean isReconciled(long id) {
        return links.isReconciled(id);
    }

    /** Empty if there is no such link. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<Link> settings(long id, Duration interval, boolean enabled) {
        LinkIntervals.require(interval);
        links.change(id, interval, enabled);
        return links.byId(id);
    }

    public List<Link> all() {
        return links.all();
    }

    public Optional<Link> byId(long id) {
        return links.byId(id);
    }

    public Optional<Link> parent() {
        return links.parent();
    }

    /** The child that logs in with this account. */
    public Optional<Link> byAccount(String account) {
        return links.byAccount(account);
    }

    /**
     * The plain secret to log in at the parent; for the exchange alone, never to be shown, stored or logged.
     *
     * @throws UnreadableSecret if the site key is not the one that encrypted it
     */
    public String secretOf(long id) {
        var encrypted = links.secret(id).orElseThrow(() -> new IllegalStateException("link " + id + " has no secret"));
        return secrets.decrypt(encrypted, owner(id));
    }

    /**
     * Takes a neighbour's word who it is and, from a child, which sites are below it; binds it to the link at first contact.
     *
     * @param subtree what the child announces, itself included or not; without meaning from a parent
     * @throws IdentityTaken if it cannot be so; nothing is stored then
     */
    public void greet(long id, Life neighbour, String name, List<OriginSite> subtree) {
        try {
            greetings.greet(id, neighbour, name, subtree);
        } catch (IdentityTaken refusal) {
            SiteMessages.LOG.refused(neighbour.site(), id, refusal.getMessage());
            throw refusal;
        }
    }

    /** The sites whose change sets are taken over this child's link, the child included. Empty for a parent, which may send any. */
    public Set<UUID> origins(long id) {
        var all = new HashSet<>(origins.former(id));
        origins.of(id).forEach(origin -> all.add(origin.uuid()));
        return all;
    }

    /** Sites that are not, or no longer, below this one and whose change sets it carries all the same. */
    public Set<UUID> brought() {
        return Set.copyOf(origins.allFormer());
    }

    /** From now on this child's stream may hold change sets of these sites, although they are not below it. */
    public void bring(long id, Collection<UUID> sites) {
        if (!sites.isEmpty()) {
            origins.bring(id, sites);
        }
    }

    /** Those of the sites that this site knows: it is one of them, or they are or were below it. */
    public Set<UUID> known(Collection<UUID> candidates) {
        var known = new HashSet<>(origins.allFormer());
        known.addAll(origins.links().keySet());
        known.add(sites.self().uuid());
        known.retainAll(candidates);
        return known;
    }

    /** This site and all below it: what it announces to its parent. */
    public List<OriginSite> subtree() {
        var all = new ArrayList<>(origins.all());
        all.add(0, new OriginSite(sites.self().uuid(), sites.self().name()));
        return all;
    }

    /** Unique at this site, because people, logs and metrics call a link by its name. */
    private void requireNewName(String name) {
        if (!SiteNames.valid(name)) {
            throw new InvalidLink(SiteNames.RULE);
        }
        if (links.isNamed(name)) {
            throw new InvalidLink("there is a link named " + name + " already");
        }
    }

    private static String owner(long id) {
        return "link:" + id;
    }
}
