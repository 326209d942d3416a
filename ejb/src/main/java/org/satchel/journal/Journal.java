package org.satchel.journal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.satchel.change.ChangeSet;
import org.satchel.model.EntityModels;
import org.satchel.model.Priority;
import org.satchel.wire.EncodedChangeSet;

/**
 * The order in which this site's neighbours get its revisions.
 *
 * <p>Envers numbers a revision before it commits, so a lower number can become visible after a higher one; who remembers "read up to
 * number n" loses changes. Therefore revisions get a second number, the position, after they have committed, from one place:
 * {@link #advance()}.
 */
@Stateless
@PermitAll
public class Journal {

    @Resource(lookup = "java:jboss/datasources/SatchelDS")
    private DataSource database;

    @Inject
    private EntityModels models;

    /**
     * Gives positions to all revisions that have committed so far and returns the last position given.
     *
     * <p>In a transaction of its own, which must not have begun before the work it is to see. One caller at a time: the others wait.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long advance() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Positions(connection).advance();
        }
    }

    /** The last position given. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long head() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Positions(connection).head();
        }
    }

    /**
     * What a neighbour gets next: the revisions after a position that did not come from it, until their changes reach a limit.
     *
     * @param neighbour the link to the neighbour
     * @param mostChanges a range ends with the change set that reaches it, so a larger change set goes alone
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public JournalRange range(long neighbour, long after, int mostChanges) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Entries(connection).range(neighbour, after, mostChanges);
        }
    }

    /**
     * What of the revisions after a position may go to a neighbour ahead of its place, see {@link org.satchel.rules.Ahead}.
     *
     * @param after the position up to which the neighbour has all
     * @param looked up to there it has been looked through before: what did not go ahead then stays in line
     * @param priorities by type name
     * @param soon what comes up to there comes with the next transmission in line anyway
     * @return up to where it has now been looked through, with what goes ahead; no further than {@code soon} if nothing else is worth it
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public JournalRange ahead(
            long neighbour, long after, long looked, Map<String, Priority> priorities, int mostChanges, long soon)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            var backlog = new Backlog(neighbour, after, looked, priorities);
            return new AheadReader(connection, models.current(), backlog).range(mostChanges, soon);
        }
    }

    /** The last position up to the given one with something for the neighbour; 0 if there is none. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long lastFor(long neighbour, long upTo) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Entries(connection).lastFor(neighbour, upTo);
        }
    }

    /** Reads the range's change sets in the order of their positions, a chunk at a time, in bounded memory. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void read(JournalRange range, ChangeSetSink sink) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            for (List<JournalEntry> chunk : range.chunks()) {
                for (ChangeSet changeSet : new Entries(connection).changeSets(chunk, models.current())) {
                    sink.accept(changeSet);
                }
            }
        }
    }

    /** Like {@link #read(JournalRange, ChangeSetSink)}, but what is at hand in its encoded form is not read again. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void read(JournalRange range, LongFunction<EncodedChangeSet> atHand, LineSink sink)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            for (List<JournalEntry> chunk : range.chunks()) {
                var lines = new TreeMap<Long, EncodedChangeSet>();
                var missing = new ArrayList<JournalEntry>();
                for (JournalEntry entry : chunk) {
                    var line = atHand.apply(entry.position());
                    if (line == null) {
                        missing.add(entry);
                    } else {
                        lines.put(entry.position(), line);
                    }
                }
                for (ChangeSet changeSet : new Entries(connection).changeSets(missing, models.current())) {
                    lines.put(changeSet.position(), EncodedChangeSet.of(changeSet));
                }
                for (EncodedChangeSet line : lines.values()) {
                    sink.accept(line);
                }
            }
        }
    }

    /** Where encoded change sets go, one at a time. */
    @FunctionalInterface
    public interface LineSink {
        void accept(EncodedChangeSet line) throws IOException;
    }

    /** Where change sets go, one at a time. */
    @FunctionalInterface
    public interface ChangeSetSink {
        void accept(ChangeSet changeSet) throws IOException;
    }

    /** One revision with its changes, if this site has it and it has its position. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<ChangeSet> changeSet(UUID revision) throws SQLException {
        return changeSets(List.of(revision)).stream()
                .filter(changeSet -> changeSet.position() > 0)
                .findFirst();
    }

    /** Those of the revisions that this site has, with their changes, in no particular order; one without a position has 0. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<ChangeSet> changeSets(Collection<UUID> revisions) throws SQLException {
        try (Connection connection = database.getConnection()) {
            var entries = new Entries(connection);
            return entries.changeSets(entries.find(revisions), models.current());
        }
    }
}
