package org.satchel.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.model.BulkQuery;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;
import org.satchel.rules.Sender;
import org.satchel.rules.Slot;
import org.satchel.rules.Touch;
import org.satchel.wire.ChangeSetJson;

/**
 * Reads what earlier revisions did to the records of a batch, from the audit tables: one query per type, and one per collection of records
 * that were touched. Where nobody else has changed anything that could matter, the usual case, it asks that alone.
 */
final class TouchReader {

    private static final String REVISION =
            "r.id, r.uuid, coalesce(r.received_from, 0), r.position, r.parent_position, r.seen";

    private record Found(long id, RecordState state, Touch touch, Object key, Set<Slot> slots) {}

    private final Connection connection;
    private final EntityModel model;
    private final Sender from;
    private final long after;
    private final List<Found> found = new ArrayList<>();

    private TouchReader(Connection connection, EntityModel model, Sender from, long after) {
        this.connection = connection;
        this.model = model;
        this.from = from;
        this.after = after;
    }

    /** Gives the batch's records their touches. */
    static void read(Connection connection, EntityModel model, Sender from, List<ChangeSet> batch, KnownRecords known)
            throws SQLException {
        var least = batch.stream()
                .mapToLong(c -> from.parent() ? c.position() : c.seen())
                .min();
        if (least.isPresent()) {
            new TouchReader(connection, model, from, least.getAsLong()).read(batch, known);
        }
    }

    private void read(List<ChangeSet> batch, KnownRecords known) throws SQLException {
        if (from.parent() ? !anythingHeld() : !anythingUnseen()) {
            return;
        }
        for (var group : byType(batch, known).entrySet()) {
            readType(group.getKey(), group.getValue());
        }
        readRestated(batch, known);
        found.stream().sorted(java.util.Comparator.comparingLong(Found::id)).forEach(one -> one.state()
                .touched(with(one.touch(), one.slots())));
    }

    private static Touch with(Touch touch, Set<Slot> slots) {
        return new Touch(
                touch.revision(),
                touch.from(),
                touch.position(),
                touch.parentPosition(),
                touch.seen(),
                touch.operation(),
                slots);
    }

    /**
     * From the last position that each neighbour gave, and what came since and has none yet: one probe of an index for each neighbour. It must
     * not cost more when a backlog is long, of which much may have no position yet.
     */
    private boolean anythingUnseen() throws SQLException {
        return exists(
                        "select 1 from (select received_from, max(position) last from satchel_revision group by received_from) f"
                                + " where last > " + after + " and not (received_from <=> " + from.link() + ") limit 1")
                || exists("select 1 from satchel_revision where received_from is null and position is null limit 1")
                || exists("select 1 from satchel_link l where l.id <> " + from.link() + " and (select 1 from"
                        + " satchel_revision r where r.received_from = l.id and r.position is null limit 1) is not null"
                        + " limit 1");
    }

    private boolean anythingHeld() throws SQLException {
        return exists("select 1 from satchel_revision where parent_position is null and not (received_from <=> "
                        + from.link() + ") limit 1")
                || exists("select 1 from satchel_revision where parent_position > " + after + " limit 1");
    }

    private String matters() {
        return from.parent()
                ? "(r.parent_position is null or r.parent_position > " + after + " or %s and r.received_from = "
                        + from.link() + ")"
                : "(r.position > " + after + " or r.position is null) and not (r.received_from <=> " + from.link()
                        + ")";
    }

    private boolean exists(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next();
        }
    }

    /** What does not exist here has touches too: it may have been deleted. */
    private Map<RecordType, Map<String, RecordState>> byType(List<ChangeSet> batch, KnownRecords known) {
        var types = new LinkedHashMap<RecordType, Map<String, RecordState>>();
        for (ChangeSet changeSet : batch) {
            for (Change change : changeSet.changes()) {
                model.find(change.type()).ifPresent(type -> types.computeIfAbsent(type, t -> new HashMap<>())
                        .put(change.uuid(), known.state(type, change.uuid())));
            }
        }
        return types;
    }

    private void readType(RecordType type, Map<String, RecordState> states) throws SQLException {
        var own = type.uuidColumn() != null;
        Map<Object, RecordState> byName = own ? new HashMap<>(states) : lentKeys(type, states);
        var key = type.key().get(0);
        var flags = new LinkedHashMap<String, List<Slot>>();
        var from = from(type, states.values().iterator().next().slots(), flags);
        var columns = REVISION + ", a0.REVTYPE, a0."
                + type.rootTable().keyColumns().get(0) + ", " + (own ? "a0." + type.uuidColumn() : "null");
        var flagColumns = flags.keySet().stream().map(flag -> ", " + flag).collect(Collectors.joining());
        var name =
                "a0." + (own ? type.uuidColumn() : type.rootTable().keyColumns().get(0));
        var sql = "select " + columns + flagColumns + from + " where " + name + " in (%s) and "
                + matters().formatted("a0.REVTYPE = 2");
        int first = found.size();
        query(sql, own ? ValueKind.TEXT : key.kind(), byName.keySet(), row -> {
            var local = key.kind().read(row, 8);
            var state = byName.get(own ? row.getString(9) : local);
            var slots = new HashSet<Slot>();
            int column = 10;
            for (List<Slot> flagged : flags.values()) {
                if (row.getBoolean(column++)) {
                    slots.addAll(flagged);
                }
            }
            found.add(new Found(row.getLong(1), state, touch(row, row.getInt(7)), local, slots));
        });
        readElements(type, found.subList(first, found.size()));
    }

    private static Touch touch(ResultSet row, int revisionType) throws SQLException {
        var operation =
                revisionType == 0 ? Operation.ADDED : revisionType == 1 ? Operation.MODIFIED : Operation.DELETED;
        return touch(row, operation);
    }

    private static Touch touch(ResultSet row, Operation operation) throws SQLException {
        return new Touch(
                UUID.fromString(row.getString(2)),
                row.getLong(3),
                position(row, 4),
                position(row, 5),
                row.getLong(6),
                operation,
                Set.of());
    }

    private static long position(ResultSet row, int column) throws SQLException {
        long position = row.getLong(column);
        return row.wasNull() ? Touch.NOT_YET : position;
    }

    /** The audit tables of the type's levels; the flags' columns with the slots that each stands for. */
    private static String from(RecordType type, Slots slots, Map<String, List<Slot>> flags) {
        var from =
                new StringBuilder(" from ").append(type.rootTable().auditName()).append(" a0");
        for (int level = 0; level < type.tables().size(); level++) {
            var table = type.tables().get(level);
            var alias = "a" + level;
            if (level > 0) {
                from.append(" join ").append(table.auditName()).append(' ').append(alias);
                from.append(" on ")
                        .append(alias)
                        .append(".REV = a0.REV and ")
                        .append(alias)
                        .append('.');
                from.append(table.keyColumns().get(0)).append(" = a0.");
                from.append(type.rootTable().keyColumns().get(0));
            }
            for (Field field : table.fields()) {
                field.modifiedFlag()
                        .ifPresent(flag -> flags.computeIfAbsent(alias + "." + flag, f -> new ArrayList<>(1))
                                .add(slots.field(slots.indexOf(field.name()))));
            }
        }
        for (RecordCollection collection : type.collections()) {
            if (collection.list()) {
                flags.put(
                        "a" + collection.level() + "." + collection.modifiedFlag(),
                        List.of(Slot.whole(collection.name())));
            }
        }
        return from.append(" join satchel_revision r on r.id = a0.REV").toString();
    }

    /** Keys that records without a UUID of their own have, or had, by what the audit table of the lender tells. */
    private Map<Object, RecordState> lentKeys(RecordType type, Map<String, RecordState> states) throws SQLException {
        var owner = model.uuidOwner(type);
        var keyKind = owner.key().get(0).kind();
        var keys = new HashMap<Object, RecordState>();
        var sql = "select distinct " + owner.uuidColumn() + ", "
                + owner.rootTable().keyColumns().get(0) + " from "
                + owner.rootTable().auditName() + " where " + owner.uuidColumn() + " in (%s)";
        query(
                sql,
                ValueKind.TEXT,
                states.keySet(),
                row -> keys.put(keyKind.read(row, 2), states.get(row.getString(1))));
        return keys;
    }

    private void readElements(RecordType type, List<Found> owners) throws SQLException {
        var byRow = new HashMap<List<Object>, Found>();
        owners.forEach(owner -> byRow.put(List.of(owner.id(), owner.key()), owner));
        var ownerKey = type.key().get(0).kind();
        for (RecordCollection collection : type.collections()) {
            if (collection.list() || owners.isEmpty()) {
                continue;
            }
            var columns = new ArrayList<>(List.of("REV", collection.ownerColumn()));
            collection.key().ifPresent(key -> columns.add(key.column()));
            collection.elements().forEach(field -> columns.add(field.column()));
            var sql =
                    "select " + String.join(", ", columns) + " from " + collection.auditTable() + " where REV in (%s)";
            query(sql, ValueKind.INTEGER, owners.stream().map(Found::id).collect(Collectors.toSet()), row -> {
                var owner = byRow.get(List.of(row.getLong(1), ownerKey.read(row, 2)));
                if (owner != null) {
                    owner.slots().add(element(collection, row));
                }
            });
        }
    }

    private static Slot element(RecordCollection collection, ResultSet row) throws SQLException {
        int column = 3;
        Object key = null;
        if (collection.key().isPresent()) {
            key = collection.key().get().kind().read(row, column++);
        }
        var parts = new ArrayList<Object>();
        for (Field field : collection.elements()) {
            parts.add(field.kind().canonical(field.kind().read(row, column++)));
        }
        return Slots.element(collection, key, parts);
    }

    /** What was told again, or deleted where it was gone already, stands in no audit table. */
    private void readRestated(List<ChangeSet> batch, KnownRecords known) throws SQLException {
        var uuids = batch.stream()
                .flatMap(changeSet -> changeSet.changes().stream())
                .map(Change::uuid)
                .collect(Collectors.toSet());
        var sql = "select distinct " + REVISION + ", r.restated from satchel_restated s"
                + " join satchel_revision r on r.id = s.revision_id where s.uuid in (%s) and "
                + matters().formatted("true");
        var slotsOf = new Translation(model, known);
        query(sql, ValueKind.TEXT, uuids, row -> {
            for (Change change : ChangeSetJson.read(row.getString(7)).changes()) {
                var type = model.find(change.type());
                var state = type.map(t -> known.touched(t, change.uuid())).orElse(null);
                if (state != null) {
                    found.add(new Found(
                            row.getLong(1), state, touch(row, change.operation()), null, slotsOf.slotsOf(change)));
                }
            }
        });
    }

    private void query(String sql, ValueKind kind, Set<?> values, BulkQuery.RowReader reader) throws SQLException {
        BulkQuery.each(connection, sql, kind, values, reader);
    }
}
