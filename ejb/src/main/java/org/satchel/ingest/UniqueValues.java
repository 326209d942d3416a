package org.satchel.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;
import org.satchel.rules.Clash;
import org.satchel.rules.Edit;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;

/**
 * Who has which unique value. Read ahead for a batch: the records whose values the batch will claim, one query per unique key of a type.
 */
final class UniqueValues {

    private static final int CHUNK = 1_000;
    private static final int SUFFIX = 8;

    private final Connection connection;
    private final EntityModel model;
    private final KnownRecords known;
    private final StateLoader loader;

    /** Holders that the batch does not touch, by type and key, then by values. */
    private final Map<List<Object>, Map<List<Object>, String>> holders = new HashMap<>();

    UniqueValues(Connection connection, EntityModel model, KnownRecords known, StateLoader loader) {
        this.connection = connection;
        this.model = model;
        this.known = known;
        this.loader = loader;
    }

    void readAhead(List<ChangeSet> batch) throws SQLException {
        var claimed = new HashMap<RecordType, Map<List<Integer>, Set<List<Object>>>>();
        for (ChangeSet changeSet : batch) {
            for (Change change : changeSet.changes()) {
                model.find(change.type())
                        .filter(type -> !type.uniqueKeys().isEmpty())
                        .ifPresent(type -> claim(type, change, claimed));
            }
        }
        for (var type : claimed.entrySet()) {
            for (var key : type.getValue().entrySet()) {
                read(type.getKey(), key.getKey(), List.copyOf(key.getValue()));
            }
        }
    }

    private void claim(RecordType type, Change change, Map<RecordType, Map<List<Integer>, Set<List<Object>>>> claimed) {
        for (List<Integer> key : type.uniqueKeys()) {
            var values = key.stream().map(field -> claimed(type, field, change)).toList();
            if (values.stream().allMatch(Optional::isPresent)
                    && key.stream().anyMatch(field -> change.fields()
                            .containsKey(type.fields().get(field).name()))) {
                claimed.computeIfAbsent(type, t -> new HashMap<>())
                        .computeIfAbsent(key, k -> new HashSet<>())
                        .add(values.stream().map(Optional::get).toList());
            }
        }
    }

    private Optional<Object> claimed(RecordType type, int index, Change change) {
        var field = type.fields().get(index);
        if (!change.fields().containsKey(field.name())) {
            return Optional.ofNullable(known.touched(type, change.uuid())).map(state -> state.value(index));
        }
        var value = change.fields().get(field.name());
        if (value == null || !field.isReference()) {
            return Optional.ofNullable(
                    field.kind().accepts(value) ? field.kind().canonical(value) : null);
        }
        var key = known.reference(model.type(field.target().get()), value.toString(), Set.of());
        return Optional.of(key).filter(found -> !(found instanceof Missing) && !(found instanceof RecordState));
    }

    private void read(RecordType type, List<Integer> key, List<List<Object>> values) throws SQLException {
        for (int from = 0; from < values.size(); from += CHUNK) {
            readChunk(type, key, values.subList(from, Math.min(from + CHUNK, values.size())));
        }
    }

    private void readChunk(RecordType type, List<Integer> key, List<List<Object>> values) throws SQLException {
        var fields = key.stream().map(type.fields()::get).toList();
        var columns = fields.stream().map(Field::column).collect(Collectors.joining(", "));
        var tuple = "(" + String.join(",", Collections.nCopies(key.size(), "?")) + ")";
        // A unique key stands on one table, and so does the UUID of a type that has one.
        var sql = "select " + type.uuidColumn() + ", " + columns + " from "
                + type.rootTable().name() + " where (" + columns + ") in ("
                + String.join(",", Collections.nCopies(values.size(), tuple)) + ")";
        var found = holders.computeIfAbsent(List.of(type, key), k -> new HashMap<>());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 0;
            for (List<Object> one : values) {
                for (int i = 0; i < one.size(); i++) {
                    fields.get(i).kind().bind(statement, ++parameter, one.get(i));
                }
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var held = new ArrayList<Object>();
                    for (int i = 0; i < fields.size(); i++) {
                        held.add(comparable(fields.get(i).kind().read(row, i + 2), fields.get(i)));
                    }
                    found.put(held, row.getString(1));
                }
            }
        }
    }

    List<Clash> clashes(Edit edit) throws SQLException {
        var state = (RecordState) edit.row();
        var clashes = new ArrayList<Clash>();
        for (List<Integer> key : state.recordType().uniqueKeys()) {
            var values = values(state, key);
            if (!values.contains(null) && isTouched(edit, state, key)) {
                holder(state, key, values).ifPresent(holder -> clashes.add(new Clash(holder, slot(state, key))));
            }
        }
        return clashes;
    }

    private static boolean isTouched(Edit edit, RecordState state, List<Integer> key) {
        return edit.slots().stream()
                .anyMatch(slot -> key.contains(state.slots().indexOf(slot.slot().name())));
    }

    private Optional<RecordState> holder(RecordState state, List<Integer> key, List<Object> values)
            throws SQLException {
        for (RecordState other : known.states()) {
            if (other != state
                    && other.exists()
                    && other.recordType() == state.recordType()
                    && values(other, key).equals(values)) {
                return Optional.of(other);
            }
        }
        var uuid =
                holders.getOrDefault(List.of(state.recordType(), key), Map.of()).get(values);
        if (uuid == null || uuid.equals(state.uuid()) || known.touched(state.recordType(), uuid) != null) {
            return Optional.empty();
        }
        var loaded = loader.load(state.recordType(), uuid);
        loaded.ifPresent(known::add);
        return loaded;
    }

    static List<Object> values(RecordState state, List<Integer> key) {
        return values(state, key, state.snapshot());
    }

    /** @param row all of the record's values, as they are or as they were */
    static List<Object> values(RecordState state, List<Integer> key, Object[] row) {
        var values = new ArrayList<Object>();
        key.forEach(field -> values.add(comparable(RecordState.plain(row[field]), state.field(field))));
        return values;
    }

    /** Near enough to how a database compares text: what it takes for equal and this does not, it refuses itself. */
    private static Object comparable(Object value, Field field) {
        return value instanceof String text && field.kind() == ValueKind.TEXT
                ? text.strip().toLowerCase(java.util.Locale.ROOT)
                : value == null ? null : field.kind().canonical(value);
    }

    /** The slot of the key that can best give way: a text, which can still tell what it stands for. */
    static Slot slot(RecordState state, List<Integer> key) {
        var best = key.stream()
                .filter(field -> isFreeText(state.field(field)))
                .findFirst()
                .or(() -> key.stream()
                        .filter(field -> state.field(field).nullable())
                        .findFirst())
                .orElse(key.get(0));
        return state.slots().field(best);
    }

    private static boolean isFreeText(Field field) {
        return field.kind() == ValueKind.TEXT
                && !field.isReference()
                && field.names().isEmpty();
    }

    /** {@code bob} becomes {@code bob~5f3c1b2a}: told by the record's UUID, so that every site makes the same of it. */
    static Optional<SlotEdit> substitute(RecordState state, Slot slot) {
        var field = state.field(state.slots().indexOf(slot.name()));
        if (isFreeText(field) && (field.length() == 0 || field.length() > SUFFIX)) {
            var suffix = "~"
                    + state.uuid().substring(0, Math.min(SUFFIX, state.uuid().length()));
            var text = String.valueOf(state.now(slot).value());
            var most = field.length() == 0 ? text.length() : field.length() - suffix.length();
            return Optional.of(SlotEdit.put(slot, text.substring(0, Math.min(text.length(), most)) + suffix));
        }
        return field.nullable() ? Optional.of(SlotEdit.put(slot, null)) : Optional.empty();
    }
}
