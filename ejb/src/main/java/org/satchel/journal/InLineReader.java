package org.satchel.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.model.BulkQuery;
import org.satchel.model.EntityModel;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;
import org.satchel.rules.Ahead;
import org.satchel.rules.Touch;

/** Looks up what the revisions that stay in line do to the records that may go ahead, and to those that they refer to: one query per type. */
final class InLineReader implements Ahead.InLine {

    private final Connection connection;
    private final EntityModel model;
    private final AheadTypes types;
    private final String inLine;
    private final String newsInLine;
    private final String first;
    private final Map<String, Long> changes = new HashMap<>();
    private final Map<String, Long> creates = new HashMap<>();
    private final Map<String, Long> frees = new HashMap<>();

    InLineReader(Connection connection, EntityModel model, AheadTypes types, Backlog backlog, long to) {
        this.connection = connection;
        this.model = model;
        this.types = types;
        this.inLine = backlog.inLine() + " and r.position <= " + to;
        this.newsInLine = backlog.newsInLine() + " and r.position <= " + to;
        this.first =
                "min(r.position), min(case when a.REVTYPE = 0 and " + backlog.newsInLine() + " then r.position end)";
    }

    @Override
    public long changes(String uuid) {
        return changes.getOrDefault(uuid, Touch.NOT_YET);
    }

    @Override
    public long creates(String uuid) {
        return creates.getOrDefault(uuid, Touch.NOT_YET);
    }

    @Override
    public long frees(String type) {
        return frees.getOrDefault(type, Touch.NOT_YET);
    }

    /** To be called with change sets before they are asked about. */
    void lookUp(List<ChangeSet> changeSets) throws SQLException {
        var byType = new HashMap<RecordType, Set<String>>();
        for (ChangeSet changeSet : changeSets) {
            for (Change change : changeSet.changes()) {
                named(byType, change.type(), change.uuid());
                types.forEachReference(change, (type, uuid) -> named(byType, type, uuid));
            }
        }
        var all = new HashSet<String>();
        for (var entry : byType.entrySet()) {
            lookUp(entry.getKey(), entry.getValue());
            all.addAll(entry.getValue());
            if (!entry.getKey().uniqueKeys().isEmpty()) {
                lookUpFreed(entry.getKey());
            }
        }
        lookUpRestated(all);
    }

    private void named(Map<RecordType, Set<String>> byType, String type, String uuid) {
        byType.computeIfAbsent(model.type(type), any -> new HashSet<>()).add(uuid);
    }

    private void lookUp(RecordType type, Set<String> uuids) throws SQLException {
        var table = type.rootTable();
        var sql = type.uuidColumn() != null
                ? "select a." + type.uuidColumn() + ", " + first + " from " + table.auditName()
                        + " a join satchel_revision r on r.id = a.REV where a." + type.uuidColumn() + " in (%s) and "
                        + inLine + " group by a." + type.uuidColumn()
                : "select o.uuid, " + first + " from (" + lentKeys(type) + ") o join " + table.auditName() + " a on a."
                        + table.keyColumns().get(0) + " = o.id join satchel_revision r on r.id = a.REV where " + inLine
                        + " group by o.uuid";
        BulkQuery.each(connection, sql, ValueKind.TEXT, uuids, this::note);
    }

    /** Keys that records without a UUID of their own have, or had. */
    private String lentKeys(RecordType type) {
        var owner = model.uuidOwner(type);
        return "select distinct " + owner.uuidColumn() + " uuid, "
                + owner.rootTable().keyColumns().get(0) + " id from "
                + owner.rootTable().auditName() + " where " + owner.uuidColumn() + " in (%s)";
    }

    private void note(ResultSet row) throws SQLException {
        changes.merge(row.getString(1), row.getLong(2), Math::min);
        long created = row.getLong(3);
        if (!row.wasNull()) {
            creates.merge(row.getString(1), created, Math::min);
        }
    }

    /** Any change to such a record but its creation counts, and more would not be worth its query. */
    private void lookUpFreed(RecordType type) throws SQLException {
        if (frees.containsKey(type.root())) {
            return;
        }
        var sql = "select min(r.position) from " + type.rootTable().auditName()
                + " a join satchel_revision r on r.id = a.REV where a.REVTYPE <> 0 and " + newsInLine;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            long first = row.getLong(1);
            frees.put(type.root(), row.wasNull() ? Touch.NOT_YET : first);
        }
    }

    /** What is told again stands in no audit table, and may create what the neighbour does not have. */
    private void lookUpRestated(Set<String> uuids) throws SQLException {
        var sql = "select s.uuid, min(r.position), min(r.position) from satchel_restated s"
                + " join satchel_revision r on r.id = s.revision_id where s.uuid in (%s) and " + inLine
                + " group by s.uuid";
        BulkQuery.each(connection, sql, ValueKind.TEXT, uuids, this::note);
    }
}
