package org.satchel.conflicts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.satchel.model.EntityModels;
import org.satchel.rules.Conflict;
import org.satchel.site.Database;
import org.satchel.site.KnownSites;

/** The rows of {@code satchel_conflict}, in the caller's transaction. */
@Dependent
class ConflictTable {

    /** A row with its values as they were recorded. */
    record Stored(ConflictEntry entry, SlotPlace place, JsonNode lost, JsonNode stands) {}

    private static final int CHUNK = 1_000;
    private static final String ROWS = "select c.*, l.origin loser_origin, l.author loser_author, l.made_at loser_at,"
            + " w.origin winner_origin, w.author winner_author, w.made_at winner_at from satchel_conflict c"
            + " left join satchel_revision l on l.uuid = c.loser left join satchel_revision w on w.uuid = c.winner";
    private static final String FILTER = " from satchel_conflict where (? is null or state = ?)"
            + " and (? is null or type = ?) and (? is null or uuid = ?)";
    private static final String GROUPS = "select type, uuid, loser, winner, max(state = 'OPEN') waiting, max(id) newest"
            + FILTER + " group by type, uuid, loser, winner";

    @Inject
    private Database database;

    @Inject
    private KnownSites sites;

    @Inject
    private EntityModels models;

    List<ConflictEntry> page(ConflictQuery query) {
        return entries(
                ROWS + " join (select id" + FILTER + " order by id desc limit ? offset ?) p on p.id = c.id"
                        + " order by c.id desc",
                page(query, filter(query)));
    }

    long count(ConflictQuery query) {
        return number("select count(*)" + FILTER, filter(query));
    }

    /** Those that wait for a person come first, then the newest. */
    List<RecordConflict> groups(ConflictQuery query) {
        var sql = ROWS + " join (" + GROUPS + " order by waiting desc, newest desc limit ? offset ?) g"
                + " on g.uuid = c.uuid and g.type = c.type and g.loser = c.loser and g.winner = c.winner"
                + " order by g.waiting desc, g.newest desc, c.id";
        return grouped(entries(sql, page(query, filter(query))));
    }

    long countGroups(ConflictQuery query) {
        return number("select count(*) from (" + GROUPS + ") g", filter(query));
    }

    /** What the two revisions of that conflict did to the record. */
    Optional<RecordConflict> group(long id) {
        var sql = ROWS + " join satchel_conflict one on one.uuid = c.uuid and one.type = c.type"
                + " and one.loser = c.loser and one.winner = c.winner where one.id = ? order by c.id";
        return grouped(entries(sql, id)).stream().findFirst();
    }

    Set<String> among(List<String> uuids) {
        var found = new HashSet<String>();
        for (int from = 0; from < uuids.size(); from += CHUNK) {
            var chunk = uuids.subList(from, Math.min(from + CHUNK, uuids.size()));
            found.addAll(database.query(
                    row -> row.getString(1),
                    "select distinct uuid from satchel_conflict where uuid in ("
                            + String.join(",", Collections.nCopies(chunk.size(), "?")) + ")",
                    chunk.toArray()));
        }
        return found;
    }

    Map<ConflictState, Long> counts() {
        var counts = new EnumMap<ConflictState, Long>(ConflictState.class);
        for (ConflictState state : ConflictState.values()) {
            counts.put(state, 0L);
        }
        database.query(
                row -> counts.put(ConflictState.valueOf(row.getString("state")), row.getLong("n")),
                "select state, count(*) n from satchel_conflict group by state");
        return counts;
    }

    long open() {
        return number("select count(*) from satchel_conflict where state = 'OPEN'");
    }

    Optional<ConflictEntry> entry(long id) {
        return entries(ROWS + " where c.id = ?", id).stream().findFirst();
    }

    Optional<Stored> stored(long id) {
        var names = sites.names();
        return database.one(row -> stored(row, names), ROWS + " where c.id = ?", id);
    }

    /** Nobody else decides it before this transaction ends. */
    void lock(long id) {
        database.one(row -> 1, "select id from satchel_conflict where id = ? for update", id);
    }

    void decided(long id, ConflictState state, Instant at, String by, String reason) {
        database.update(
                "update satchel_conflict set state = ?, decided_at = ?, decided_by = ?, reason = ? where id = ?",
                state.name(),
                Timestamp.from(at),
                by,
                reason,
                id);
    }

    private List<ConflictEntry> entries(String sql, Object... parameters) {
        var names = sites.names();
        return database.query(row -> entry(row, names), sql, parameters);
    }

    private long number(String sql, Object... parameters) {
        return database.one(row -> row.getLong(1), sql, parameters).orElseThrow();
    }

    private static List<RecordConflict> grouped(List<ConflictEntry> entries) {
        var groups = new LinkedHashMap<ConflictEntry.Group, List<ConflictEntry>>();
        entries.forEach(entry ->
                groups.computeIfAbsent(entry.group(), g -> new ArrayList<>()).add(entry));
        return groups.values().stream().map(RecordConflict::new).toList();
    }

    private static Object[] filter(ConflictQuery query) {
        var state = query.state() == null ? null : query.state().name();
        return new Object[] {state, state, query.type(), query.type(), query.uuid(), query.uuid()};
    }

    private static Object[] page(ConflictQuery query, Object... filter) {
        var all = new ArrayList<>(java.util.Arrays.asList(filter));
        Collections.addAll(all, query.range().size(), query.range().first());
        return all.toArray();
    }

    private Stored stored(ResultSet row, Map<UUID, String> names) throws SQLException {
        var entry = entry(row, names);
        var key = row.getString("slot_key");
        if (key == null) {
            var whole = new SlotPlace(entry.slot(), null, SlotPlace.Shape.WHOLE);
            return new Stored(entry, whole, json(row, "lost"), json(row, "stands"));
        }
        boolean map = isMap(entry.type(), entry.slot());
        var shape = map ? SlotPlace.Shape.ENTRY : SlotPlace.Shape.ELEMENT;
        return new Stored(
                entry,
                new SlotPlace(entry.slot(), ConflictValues.readJson(key), shape),
                map ? json(row, "lost") : BooleanNode.valueOf(row.getBoolean("lost_present")),
                map ? json(row, "stands") : BooleanNode.valueOf(row.getBoolean("stands_present")));
    }

    private boolean isMap(String type, String collection) {
        return models.current().find(type).stream()
                .flatMap(known -> known.collections().stream())
                .anyMatch(
                        known -> known.name().equals(collection) && known.key().isPresent());
    }

    private static JsonNode json(ResultSet row, String column) throws SQLException {
        return ConflictValues.readJson(row.getString(column));
    }

    private static ConflictEntry entry(ResultSet row, Map<UUID, String> names) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new ConflictEntry(
                row.getLong("id"),
                Conflict.Kind.valueOf(row.getString("kind")),
                row.getString("type"),
                row.getString("uuid"),
                row.getString("slot"),
                side(row, "loser", names),
                side(row, "winner", names),
                row.getTimestamp("found_at").toInstant(),
                ConflictState.valueOf(row.getString("state")),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by"),
                row.getString("reason"));
    }

    private static Side side(ResultSet row, String which, Map<UUID, String> names) throws SQLException {
        var revision = UUID.fromString(row.getString(which));
        var origin = row.getString(which + "_origin");
        if (origin == null) {
            return new Side(revision, null, null, null, null);
        }
        var site = UUID.fromString(origin);
        return new Side(
                revision,
                site,
                names.get(site),
                row.getString(which + "_author"),
                Instant.ofEpochMilli(row.getLong(which + "_at")));
    }
}
