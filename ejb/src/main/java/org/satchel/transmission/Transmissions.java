package org.satchel.transmission;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.satchel.journal.Journal;
import org.satchel.journal.JournalRange;
import org.satchel.site.ClassRules;
import org.satchel.site.Database;
import org.satchel.site.Links;
import org.satchel.site.Sites;
import org.satchel.site.TransmissionSize;
import org.satchel.site.Uuids;
import org.satchel.wire.Header;
import org.satchel.wire.TransmissionWriter;

/**
 * Makes the transmissions that a neighbour gets and notes what became of them.
 *
 * <p>Each step is a short transaction of its own; none is open while a transmission is spooled or carried. A transmission's content is not
 * stored: the journal does not change, so it is read again for every try.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Transmissions {

    @Inject
    private Journal journal;

    @Inject
    private TransmissionRows rows;

    @Inject
    private Database database;

    @Inject
    private EncodedJournal encoded;

    @Inject
    private Links links;

    @Inject
    private ClassRules rules;

    @Inject
    private TransmissionSize size;

    @Inject
    private Sites sites;

    @Inject
    private Uuids uuids;

    /**
     * The next transmission for a child, spooled; empty if there is nothing for it.
     *
     * @param after the position that the child has of this site
     */
    public Optional<OutgoingTransmission> next(long link, long after) throws SQLException, IOException {
        return next(link, after, after);
    }

    /**
     * The next transmission for the parent, spooled; empty if there is nothing for it.
     *
     * @param after the position up to which the parent has all that is for it. It need not know so, for what came from the parent itself does
     *     not go back: the transmission starts after what was told last
     */
    public Optional<OutgoingTransmission> nextForParent(long link, long after) throws SQLException, IOException {
        return next(link, after, journal.lastFor(link, after));
    }

    /** @param from where the transmission is to begin, at most {@code after} */
    private Optional<OutgoingTransmission> next(long link, long after, long from) throws SQLException, IOException {
        var range = advance(link, after);
        if (!range.whole()) {
            var ahead = ahead(link, range);
            if (!ahead.isEmpty()) {
                return Optional.of(spool(link, ahead, from, true));
            }
        }
        return range.isEmpty() ? Optional.empty() : Optional.of(spool(link, range, from, false));
    }

    private JournalRange advance(long link, long after) throws SQLException {
        journal.advance();
        var range = journal.range(link, after, size.mostChanges());
        if (range.isEmpty()) {
            // What came from the neighbour itself need not go back, so it counts as acknowledged.
            acknowledge(link, range.to());
        }
        return range;
    }

    /**
     * What a long backlog has for the neighbour that others refer to; looked for once, up to the end of the journal.
     *
     * @param next what comes next in line
     */
    private JournalRange ahead(long link, JournalRange next) throws SQLException {
        var priorities = rules.priorities();
        while (true) {
            var ahead =
                    journal.ahead(link, next.from(), lookedThrough(link), priorities, size.mostChanges(), next.to());
            if (!ahead.isEmpty() || ahead.to() <= next.to()) {
                return ahead;
            }
            lookedThrough(link, ahead.to());
            if (ahead.whole()) {
                return ahead;
            }
        }
    }

    private long lookedThrough(long link) {
        return database.one(row -> row.getLong(1), "select ahead_position from satchel_link where id = ?", link)
                .orElseThrow();
    }

    private void lookedThrough(long link, long position) {
        database.update(
                "update satchel_link set ahead_position = greatest(ahead_position, ?) where id = ?", position, link);
    }

    private OutgoingTransmission spool(long link, JournalRange range, long from, boolean ahead)
            throws SQLException, IOException {
        var open = rows.open(link);
        var uuid = open.map(Transmission::uuid).orElseGet(uuids::next);
        long id = open.map(Transmission::id)
                .orElseGet(() -> rows.insert(uuid, link, Direction.SENT, from, range.to(), ahead, range.size()));
        open.ifPresent(t -> rows.extend(id, from, range.to(), ahead, range.size()));
        var spool = Spool.create();
        try (var writer = new TransmissionWriter(spool.write(), header(uuid, range, from, ahead))) {
            write(range, writer);
            writer.finish();
        } catch (SQLException | RuntimeException | IOException e) {
            spool.close();
            throw e;
        }
        return new OutgoingTransmission(id, uuid, link, range.to(), range.size(), rows.beginAttempt(id), spool);
    }

    /** For several neighbours each change set is encoded once; one alone would only pay for the copy. */
    private void write(JournalRange range, TransmissionWriter writer) throws SQLException, IOException {
        if (links.all().size() < 3) {
            journal.read(range, writer::write);
            return;
        }
        journal.read(range, encoded::at, line -> {
            encoded.put(line);
            writer.write(line);
        });
    }

    private Header header(UUID uuid, JournalRange range, long from, boolean ahead) {
        var self = sites.self();
        if (ahead) {
            return Header.ahead(uuid, self.uuid(), self.incarnation(), from, range.to(), Schema.VERSION, range.last());
        }
        return new Header(
                uuid, self.uuid(), self.incarnation(), from, range.to(), Schema.VERSION, range.last(), range.settled());
    }

    /** The neighbour has answered: all up to the acknowledged position is safe there. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void acknowledged(long link, Acknowledgement acknowledgement) {
        rows.end(acknowledgement.transmission(), Direction.SENT, TransmissionState.ACKNOWLEDGED);
        rows.aheadTo(acknowledgement.transmission()).ifPresent(position -> lookedThrough(link, position));
        acknowledge(link, acknowledgement.through());
    }

    /** The neighbour has told which position it has; what lies after it is sent, again if need be. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void neighbourHas(long link, long position) {
        database.update("update satchel_link set acknowledged_position = ? where id = ?", position, link);
    }

    private void acknowledge(long link, long position) {
        database.update(
                "update satchel_link set acknowledged_position = ? where id = ? and acknowledged_position < ?",
                position,
                link,
                position);
    }

    /** A try to carry it has ended. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void carried(OutgoingTransmission transmission, long bytes, String failure) {
        rows.endAttempt(transmission.attempt(), bytes, failure);
    }

    /** The neighbour does not take it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void refused(OutgoingTransmission transmission) {
        rows.end(transmission.uuid(), Direction.SENT, TransmissionState.REFUSED);
    }

    /** A link's transmissions, the newest first. */
    public List<Transmission> page(long link, int first, int size) {
        return rows.page(link, first, size);
    }
}
