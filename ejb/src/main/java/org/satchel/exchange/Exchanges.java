package org.satchel.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.satchel.site.Database;
import org.satchel.site.Link;
import org.satchel.site.LinkRole;
import org.satchel.site.Links;
import org.satchel.site.Roles;
import org.satchel.transmission.Comparisons;

/** The exchanges with this site's neighbours: how they stand, and "exchange now". */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Exchanges {

    @Inject
    private Links links;

    @Inject
    private ExchangeStates states;

    @Inject
    private Leases leases;

    @Inject
    private Courier courier;

    @Inject
    private Comparisons comparisons;

    @Inject
    private Database database;

    /** Every link, the parent first. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER, Roles.MONITOR})
    public List<LinkStatus> statuses() {
        return links.all().stream().map(this::status).toList();
    }

    /**
     * Asks for an exchange at once, whatever the interval and the back-off say; returns before it is done.
     *
     * @throws ExchangeFailed if the link leads to a child: the child opens every connection
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void exchangeNow(long linkId) {
        requireParent(linkId);
        courier.request(linkId);
    }

    /**
     * Asks for an exchange at once that also compares this site's records with its parent's and takes the parent's where they differ.
     *
     * @throws ExchangeFailed if the link leads to a child: the child compares
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void compare(long linkId) {
        requireParent(linkId);
        comparisons.ask(linkId);
        courier.request(linkId);
    }

    private void requireParent(long linkId) {
        var link = links.byId(linkId).orElseThrow(() -> ExchangeFailed.refusal("there is no link " + linkId, false));
        if (link.role() != LinkRole.PARENT) {
            throw ExchangeFailed.refusal(
                    link.name() + " is a child and opens the connection itself; ask for the exchange there", false);
        }
    }

    /** Tells the parent at once which sites are below this one now, if there is a parent. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void announce() {
        links.parent().filter(Link::enabled).ifPresent(parent -> courier.request(parent.id()));
    }

    private LinkStatus status(Link link) {
        var state = states.of(link.id());
        // Two numbers of one query: how many revisions the neighbour lacks, and when the oldest was made.
        var unsent = database.one(
                        row -> new Object[] {row.getLong(1), row.getObject(2)},
                        "select count(*), min(made_at) from satchel_revision where (position > ? or position is null)"
                                + " and (received_from is null or received_from <> ?)",
                        link.acknowledgedPosition(),
                        link.id())
                .orElseThrow();
        long backlog = (Long) unsent[0];
        return new LinkStatus(
                link.id(),
                link.name(),
                link.neighbour(),
                link.role(),
                stateOf(link, state, backlog),
                backlog,
                backlog == 0 ? null : Instant.ofEpochMilli(((Number) unsent[1]).longValue()),
                state.lastSuccess(),
                state.nextAttempt(),
                state.lastFailure(),
                database.one(row -> row.getLong(1), "select count(*) from satchel_parked where link_id = ?", link.id())
                        .orElseThrow());
    }

    private LinkState stateOf(Link link, ExchangeState state, long backlog) {
        if (!link.enabled()) {
            return LinkState.DISABLED;
        }
        if (leases.isHeldByAnyone(Courier.lease(link.id()))) {
            return LinkState.EXCHANGING;
        }
        if (state.failures() > 0) {
            return LinkState.RETRYING;
        }
        if (state.lastSuccess() == null) {
            return LinkState.NEVER_CONTACTED;
        }
        return backlog == 0 ? LinkState.UP_TO_DATE : LinkState.WAITING;
    }
}
