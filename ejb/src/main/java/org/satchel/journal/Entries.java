package org.satchel.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.model.BulkQuery;
import org.satchel.model.EntityModel;
import org.satchel.model.ValueKind;
import org.satchel.rules.Settled;
import org.satchel.wire.ChangeSetJson;

/** Reads revisions with positions. On the caller's connection. */
final class Entries {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int MOST_ENTRIES = 20_000;
    private static final String COLUMNS =
            "position, seen, id, uuid, origin, author, made_at, types, changes, restated, extra";

    private final Connection connection;

    Entries(Connection connection) {
        this.connection = connection;
    }

    /** So many entries, the first that fit, and whether there are no more. */
    private record Part(List<JournalEntry> entries, boolean whole) {

        long to(long head) {
            return whole ? head : entries.get(entries.size() - 1).position();
        }
    }

    JournalRange range(long neighbour, long after, int mostChanges) throws SQLException {
        long head = new Positions(connection).head();
        var part = part(Backlog.waiting(neighbour, after), head, mostChanges);
        long to = part.to(Math.max(head, after));
        return new JournalRange(after, to, part.entries(), chainAt(to), settled(neighbour, after, to), part.whole());
    }

    /** What of the backlog may go ahead by its types alone. */
    JournalRange candidates(Backlog backlog, int mostChanges) throws SQLException {
        long head = new Positions(connection).head();
        var part = part(backlog.candidates(), head, mostChanges);
        long to = part.to(head);
        return new JournalRange(backlog.after(), to, part.entries(), chainAt(to), List.of(), part.whole());
    }

    private Part part(String which, long head, int mostChanges) throws SQLException {
        var sql = "select " + COLUMNS + " from satchel_revision r where " + which + " and r.position <= " + head
                + " order by r.position limit " + MOST_ENTRIES;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            var entries = new ArrayList<JournalEntry>();
            int changes = 0;
            while (changes < mostChanges && row.next()) {
                var entry = entry(row);
                entries.add(entry);
                changes += entry.changes();
            }
            return new Part(List.copyOf(entries), changes < mostChanges && entries.size() < MOST_ENTRIES);
        }
    }

    /** One probe of an index for each neighbour. */
    long lastFor(long neighbour, long upTo) throws SQLException {
        var last = " and position <= ? and " + Backlog.TELLS + " order by position desc limit 1)";
        var sql = "select greatest(coalesce((select position from satchel_revision r where received_from is null" + last
                + ", 0), coalesce(max((select position from satchel_revision r where received_from = l.id" + last
                + "), 0)) from satchel_link l where l.id <> ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, upTo);
            statement.setLong(2, upTo);
            statement.setLong(3, neighbour);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Those of the revisions that this site has, in no particular order; one without a position has 0. */
    List<JournalEntry> find(Collection<UUID> revisions) throws SQLException {
        var found = new ArrayList<JournalEntry>();
        BulkQuery.each(
                connection,
                "select " + COLUMNS + " from satchel_revision where uuid in (%s)",
                ValueKind.TEXT,
                revisions.stream().map(UUID::toString).toList(),
                row -> found.add(entry(row)));
        return found;
    }

    List<ChangeSet> changeSets(List<JournalEntry> entries, EntityModel model) throws SQLException {
        if (entries.isEmpty()) {
            return List.of();
        }
        var types = new HashSet<String>();
        entries.forEach(entry -> types.addAll(entry.types()));
        var ids = entries.stream().map(JournalEntry::id).toList();
        var changes = new ChangeSetReader(connection, model, ids).read(types);
        return entries.stream()
                .map(entry -> new ChangeSet(
                        entry.position(),
                        entry.seen(),
                        entry.revision(),
                        entry.origin(),
                        entry.author(),
                        entry.at(),
                        all(changes.getOrDefault(entry.id(), List.of()), entry),
                        extra(entry)))
                .toList();
    }

    private static List<Change> all(List<Change> audited, JournalEntry entry) {
        if (entry.restated() == null) {
            return audited;
        }
        var all = new ArrayList<>(audited);
        all.addAll(ChangeSetJson.read(entry.restated()).changes());
        return all;
    }

    private UUID chainAt(long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select chain from satchel_revision where position = ?")) {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getString(1) != null ? UUID.fromString(row.getString(1)) : null;
            }
        }
    }

    /** The decisions about a child's revisions at these positions. */
    private List<Settled> settled(long child, long after, long to) throws SQLException {
        var sql = "select settles_position, position from satchel_revision"
                + " where settles_link = ? and position > ? and position <= ? order by position";
        var runs = new ArrayList<Settled>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, child);
            statement.setLong(2, after);
            statement.setLong(3, to);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Settled.add(runs, row.getLong(1), row.getLong(2));
                }
            }
        }
        return runs;
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                UUID.fromString(row.getString(4)),
                UUID.fromString(row.getString(5)),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                List.of(row.getString(8).split(",")),
                row.getInt(9),
                row.getString(10),
                row.getString(11));
    }

    private static Map<String, Object> extra(JournalEntry entry) {
        try {
            return entry.extra() == null ? Map.of() : JSON.readValue(entry.extra(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("satchel_revision.extra of " + entry.revision() + " is no JSON object", e);
        }
    }
}
