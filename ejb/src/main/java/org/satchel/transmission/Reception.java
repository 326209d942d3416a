package org.satchel.transmission;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.satchel.ingest.Ingest;
import org.satchel.rules.Sender;
import org.satchel.rules.Settled;
import org.satchel.site.Link;
import org.satchel.site.LinkRole;
import org.satchel.site.Links;
import org.satchel.site.Meters;
import org.satchel.wire.Header;
import org.satchel.wire.TransmissionReader;
import org.satchel.wire.WireCode;
import org.satchel.wire.WireException;

/**
 * Takes a transmission in: spooled, verified whole, then applied. Until it is verified nothing is applied, and a refusal says why.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reception {

    @Inject
    private Links links;

    @Inject
    private Ingest ingest;

    @Inject
    private TransmissionRows rows;

    @Inject
    private Meters meters;

    /**
     * @param linkId the neighbour that sends it
     * @throws Refusal if it is broken, not the neighbour's, or leaves a gap
     * @throws IOException if the line breaks
     */
    public Acknowledgement receive(long linkId, InputStream stream) throws IOException {
        try (var spool = Spool.create()) {
            try (var out = spool.write()) {
                stream.transferTo(out);
            }
            var link = links.byId(linkId).orElseThrow();
            int changeSets = verify(link, spool);
            return apply(link, spool, changeSets);
        } catch (WireException e) {
            int status = e.code() == WireCode.TOO_LARGE ? 413 : 400;
            throw new Refusal(
                    status,
                    e.code().slug(),
                    e.detail(),
                    e.code().hint(),
                    e.code().retryable());
        }
    }

    /** The neighbour has nothing for this site up to its position. */
    public void nothingUpTo(Link link, long position, UUID chain) {
        ingest.receivedUpTo(sender(link), position, chain);
    }

    private static Sender sender(Link link) {
        return new Sender(link.id(), link.role() == LinkRole.PARENT);
    }

    /** Nobody but the parent decides about this site's revisions. */
    private static List<Settled> settled(Link link, Header header) {
        return link.role() == LinkRole.PARENT ? header.settled() : List.of();
    }

    private int verify(Link link, Spool spool) throws IOException {
        var allowed = link.role() == LinkRole.CHILD ? links.origins(link.id()) : null;
        try (var reader = new TransmissionReader(spool.read())) {
            check(link, reader.header());
            int count = 0;
            var again = new ArrayList<UUID>();
            var brought = new HashSet<UUID>();
            for (var next = reader.next(); next != null; next = reader.next()) {
                // What comes back after this database was restored, or with a site that moved here, may be anybody's.
                if (next.position() <= link.returnsUntil()) {
                    brought.add(next.origin());
                } else {
                    checkOrigin(link, allowed, next.origin());
                }
                if (next.position() <= link.receivedPosition()) {
                    again.add(next.revision());
                }
                count++;
            }
            checkSameLife(link, again);
            if (allowed != null) {
                brought.removeAll(allowed);
                links.bring(link.id(), brought);
            }
            return count;
        }
    }

    private static void check(Link link, Header header) {
        if (!header.site().equals(link.neighbour())) {
            throw new Refusal(
                    403,
                    "not-this-site",
                    "the transmission is of site " + header.site() + ", and " + link.name() + " is " + link.neighbour(),
                    "greet first; if this is another site, link it with credentials of its own",
                    false);
        }
        if (!header.incarnation().equals(link.neighbourIncarnation())) {
            throw new Refusal(
                    403,
                    "not-this-site",
                    "the transmission is of another incarnation of " + link.name() + " than the one that greeted",
                    "greet first; if the database was restored or copied, link it with credentials of its own",
                    false);
        }
        if (header.from() > link.receivedPosition()) {
            throw new Refusal(
                    409,
                    "gap",
                    "the transmission begins after position " + header.from() + ", and " + link.receivedPosition()
                            + " is the last received",
                    "greet, then continue after the position received",
                    true);
        }
    }

    /** What comes a second time must have come the first time, or another database speaks for the neighbour. */
    private void checkSameLife(Link link, List<UUID> again) {
        if (!ingest.areKnown(again)) {
            throw new Refusal(
                    409,
                    "other-life",
                    "at positions that this site has received " + link.name() + " sends other revisions than before",
                    "greet; if its database was restored or copied, the greeting tells how to go on",
                    true);
        }
    }

    private static void checkOrigin(Link link, Set<UUID> allowed, UUID origin) {
        if (allowed != null && !allowed.contains(origin)) {
            throw new Refusal(
                    403,
                    "foreign-origin",
                    link.name() + " sent a change set of site " + origin + ", which is not below it",
                    "announce the site in the greeting, if it really is a child of the sender",
                    false);
        }
    }

    private Acknowledgement apply(Link link, Spool spool, int changeSets) throws IOException {
        try (var reader = new TransmissionReader(spool.read())) {
            var header = reader.header();
            long id = rows.insert(
                    header.transmission(),
                    link.id(),
                    Direction.RECEIVED,
                    header.from(),
                    header.to(),
                    header.ahead(),
                    changeSets);
            long attempt = rows.beginAttempt(id);
            var outcomes = header.ahead()
                    ? ingest.applyAhead(sender(link), reader::next, header.to(), header.last())
                    : ingest.apply(sender(link), settled(link, header), reader::next, header.to(), header.last());
            rows.endAttempt(attempt, spool.bytes(), null);
            rows.end(header.transmission(), Direction.RECEIVED, TransmissionState.ACKNOWLEDGED);
            meters.received(link.name(), changeSets);
            // What came ahead leaves all before it to come.
            return new Acknowledgement(header.transmission(), header.ahead() ? header.from() : header.to(), outcomes);
        }
    }
}
