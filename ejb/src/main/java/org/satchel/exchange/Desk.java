package org.satchel.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.satchel.digest.RangeDigest;
import org.satchel.digest.RangeDigests;
import org.satchel.digest.RecordFingerprints;
import org.satchel.digest.RecordRange;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.ingest.Restatements;
import org.satchel.journal.Journal;
import org.satchel.journal.Marks;
import org.satchel.rules.Mark;
import org.satchel.rules.RecordName;
import org.satchel.site.IdentityTaken;
import org.satchel.site.Life;
import org.satchel.site.Link;
import org.satchel.site.Links;
import org.satchel.site.Roles;
import org.satchel.site.Sites;
import org.satchel.transmission.Acknowledgement;
import org.satchel.transmission.OutgoingTransmission;
import org.satchel.transmission.ParkedThere;
import org.satchel.transmission.Reception;
import org.satchel.transmission.Reconciliations;
import org.satchel.transmission.Reconciliations.Resumed;
import org.satchel.transmission.Reconciliations.Resumption;
import org.satchel.transmission.Refusal;
import org.satchel.transmission.Schema;
import org.satchel.transmission.Transmissions;

/**
 * The parent's side of the line: what a child may ask. The caller's account tells which link it is; nothing in a request can say otherwise.
 */
@Stateless
@RolesAllowed(Roles.SITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Desk {

    private static final int FORMAT = 1;

    @Inject
    private Links links;

    @Inject
    private Sites sites;

    @Inject
    private Transmissions transmissions;

    @Inject
    private Reception reception;

    @Inject
    private ExchangeStates states;

    @Inject
    private Leases leases;

    @Inject
    private Journal journal;

    @Inject
    private Marks marks;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private News news;

    @Inject
    private ParkedChangeSets parked;

    @Inject
    private ParkedThere parkedThere;

    @Inject
    private Restatements restatements;

    @Inject
    private RangeDigests rangeDigests;

    /** @throws Refusal if the site is another than the link's, or shares no format with this one */
    public Greeting.Answer greet(String account, Greeting greeting) throws SQLException {
        var link = link(account);
        if (!greeting.formats().contains(FORMAT)) {
            throw new Refusal(
                    409,
                    "no-common-format",
                    "this site speaks format " + FORMAT + ", and " + link.name() + " speaks " + greeting.formats(),
                    "upgrade the older of the two; nothing is lost meanwhile",
                    false);
        }
        try {
            var life = new Life(greeting.site(), greeting.incarnation(), greeting.previous());
            links.greet(link.id(), life, greeting.name(), greeting.sites());
            links.bring(link.id(), links.known(greeting.brought()));
        } catch (IdentityTaken e) {
            throw new Refusal(
                    403, "identity-taken", e.getMessage(), "link this site with credentials of its own", false);
        }
        int number = reconciliations.number(link.id());
        boolean fits = greeting.received() <= journal.advance()
                && marks.fit(greeting.mark())
                && greeting.reconciliations() <= number;
        if (!fits && sites.self().incarnation().equals(greeting.parentIncarnation())) {
            // The child has seen more of this journal than there is: it is this database that was restored.
            sites.renewIncarnation();
        }
        var self = sites.self();
        long received = links.byId(link.id()).orElseThrow().receivedPosition();
        return new Greeting.Answer(
                self.uuid(),
                self.name(),
                self.incarnation(),
                self.previous(),
                marks.of(link.id()),
                number,
                // It may fit by chance, at that position, although this database has begun another life.
                !fits || !self.incarnation().equals(greeting.parentIncarnation()),
                FORMAT,
                Schema.VERSION,
                received);
    }

    /** A part of this site's journal, for a child that compares it with its own: UUIDs alone, in order, without a gap. */
    public List<UUID> journal(String account, long after) throws SQLException {
        link(account);
        journal.advance();
        return marks.revisionsAfter(after);
    }

    /** The child has compared both journals and says where both go on. */
    public Resumed resume(String account, Resumption from) {
        return reconciliations.finishAtParent(link(account).id(), from);
    }

    /** @throws Refusal if the transmission is not taken */
    public Acknowledgement receive(String account, InputStream stream) throws IOException {
        var link = link(account);
        // A child that gave up waiting may send again while the first is still being applied.
        if (!leases.acquire(Courier.lease(link.id()))) {
            throw new Refusal(
                    409,
                    "busy",
                    "a transmission of " + link.name() + " is being applied",
                    "try again in a moment",
                    true);
        }
        try {
            var acknowledgement = reception.receive(link.id(), stream);
            states.succeeded(link);
            return acknowledgement;
        } finally {
            leases.release(Courier.lease(link.id()));
        }
    }

    /** The next transmission for the child after the position that it has; to be closed by the caller. */
    public Optional<OutgoingTransmission> next(String account, long after, UUID chain)
            throws SQLException, IOException {
        var link = link(account);
        if (chain != null && !marks.fit(new Mark(after, chain))) {
            throw new Refusal(
                    409,
                    "other-life",
                    "this site's journal up to position " + after + " is not the one that " + link.name() + " received",
                    "greet; the marks tell how to go on",
                    true);
        }
        states.succeeded(link);
        return transmissions.next(link.id(), after);
    }

    /** When nothing is next for the child: the position up to which that is so. */
    public Nothing nothingUpTo(String account) {
        long position = link(account).acknowledgedPosition();
        return new Nothing(position, marks.at(position));
    }

    /**
     * There is nothing for the child.
     *
     * @param upTo the position up to which that is so
     * @param chain what stands for this site's journal up to there; null at 0
     */
    public record Nothing(long upTo, UUID chain) {}

    public void carried(OutgoingTransmission transmission, long bytes, String failure) {
        transmissions.carried(transmission, bytes, failure);
    }

    public void acknowledge(String account, Acknowledgement acknowledgement) {
        transmissions.acknowledged(link(account).id(), acknowledgement);
    }

    /** Takes what the child says of this site's change sets, and says what this site has parked of the child's. */
    public ParkedNotices exchangeParked(String account, ParkedNotices there) {
        var link = link(account);
        parkedThere.take(link.id(), there.parked());
        return new ParkedNotices(parked.notices(link.id()));
    }

    /** The child asks for records as this site has them; they come with its next stream. */
    public void restate(String account, List<RecordName> records) {
        if (records.size() > Restatements.MOST) {
            throw new Refusal(
                    413, "too-large", "more than " + Restatements.MOST + " records", "ask for fewer at a time", false);
        }
        restatements.tell(link(account).id(), records);
    }

    /** What this site holds of a type, range by range, for a child that compares; empty if there is no such type here. */
    public List<RangeDigest> ranges(String account, String type, String after) throws SQLException {
        link(account);
        return rangeDigests.ranges(type, after);
    }

    /** The records of a range that the child has otherwise. */
    public RecordFingerprints records(String account, RecordRange range) throws SQLException {
        link(account);
        return rangeDigests.records(range);
    }

    public CompletionStage<Boolean> news(String account, long after) {
        return news.await(link(account).id(), after);
    }

    private Link link(String account) {
        var link = links.byAccount(account)
                .orElseThrow(() -> new Refusal(
                        403,
                        "unknown-site",
                        "no child has the account " + account,
                        "link the site at its parent again",
                        false));
        if (!link.enabled()) {
            throw new Refusal(
                    403,
                    "link-disabled",
                    link.name() + " is disabled here",
                    "an administrator of the parent enables it",
                    true);
        }
        return link;
    }
}
