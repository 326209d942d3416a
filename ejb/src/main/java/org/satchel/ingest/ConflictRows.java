package org.satchel.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.satchel.rules.Conflict;
import org.satchel.rules.Policy;
import org.satchel.rules.SlotEdit;

/** Keeps the values that did not stand. On the caller's connection, in the caller's transaction. */
final class ConflictRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A conflict with the record it is in and the policy that settled it. */
    record Found(Conflict conflict, RecordState record, Policy policy) {}

    private final Connection connection;
    private final WireForm form;
    private final Instant now;

    ConflictRows(Connection connection, WireForm form, Instant now) {
        this.connection = connection;
        this.form = form;
        this.now = now;
    }

    void insert(List<Found> all) throws SQLException {
        var sql = "insert into satchel_conflict (kind, type, uuid, slot, slot_key, lost, lost_present, stands,"
                + " stands_present, loser, winner, found_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Found found : all) {
                bind(statement, found);
                statement.addBatch();
            }
            if (!all.isEmpty()) {
                statement.executeBatch();
            }
        }
    }

    private void bind(PreparedStatement statement, Found found) throws SQLException {
        var conflict = found.conflict();
        var slot = conflict.slot();
        var toDecide = found.policy() == Policy.REVIEW && conflict.kind() == Conflict.Kind.EDITED;
        statement.setString(1, conflict.kind().name());
        statement.setString(2, conflict.type());
        statement.setString(3, conflict.uuid());
        statement.setString(4, slot == null ? null : slot.name());
        statement.setString(
                5, slot == null ? null : json(form.key(found.record().slots(), slot)));
        statement.setString(6, json(found.record(), conflict.lost()));
        statement.setBoolean(7, conflict.lost() != null && conflict.lost().present());
        statement.setString(8, json(found.record(), conflict.stands()));
        statement.setBoolean(9, conflict.stands() != null && conflict.stands().present());
        statement.setString(10, conflict.loser().toString());
        statement.setString(11, conflict.winner().toString());
        statement.setTimestamp(12, Timestamp.from(now));
        statement.setString(13, toDecide ? "OPEN" : "NOTED");
    }

    private String json(RecordState record, SlotEdit edit) {
        return edit == null ? null : json(form.value(record.slots(), edit));
    }

    private static String json(Object value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a wire value cannot be written as JSON", e);
        }
    }
}
