package org.satchel.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Turns local keys into UUIDs and back, in bulk: one query for a thousand, whatever the type. Runs on the caller's connection, in the
 * caller's transaction.
 */
public final class KeyDirectory {

    private final Connection connection;
    private final EntityModel model;

    public KeyDirectory(Connection connection, EntityModel model) {
        this.connection = connection;
        this.model = model;
    }

    /**
     * UUIDs by key of records of the type. A record that is gone is looked for in the audit table, because what referred to it still
     * travels; a key that was never there is missing in the answer.
     */
    public Map<Object, String> uuids(RecordType type, Collection<?> keys) throws SQLException {
        var owner = model.uuidOwner(type);
        var table = owner.rootTable();
        var key = owner.key().get(0);
        var sql = "select " + key.column() + ", " + owner.uuidColumn() + " from %s where " + key.column() + " in (%s)";
        var found = new HashMap<Object, String>();
        query(sql, table.name(), keys, key.kind(), row -> found.put(key.kind().read(row, 1), row.getString(2)));
        var gone = new HashSet<Object>(keys);
        gone.removeAll(found.keySet());
        query(
                sql,
                table.auditName(),
                gone,
                key.kind(),
                row -> found.putIfAbsent(key.kind().read(row, 1), row.getString(2)));
        return found;
    }

    /** Keys by UUID of the records of the type that exist now; an unknown UUID is missing in the answer. */
    public Map<String, Object> keys(RecordType type, Collection<String> uuids) throws SQLException {
        var owner = model.uuidOwner(type);
        var key = owner.key().get(0);
        var from = owner.rootTable().name() + " o";
        if (!type.rootTable().name().equals(owner.rootTable().name())) {
            from += " join " + type.rootTable().name() + " t on t."
                    + type.rootTable().keyColumns().get(0) + " = o." + key.column();
        }
        var sql = "select o." + owner.uuidColumn() + ", o." + key.column() + " from %s where o." + owner.uuidColumn()
                + " in (%s)";
        var found = new HashMap<String, Object>();
        query(
                sql,
                from,
                uuids,
                ValueKind.TEXT,
                row -> found.put(row.getString(1), key.kind().read(row, 2)));
        return found;
    }

    private void query(String sql, String from, Collection<?> values, ValueKind kind, BulkQuery.RowReader reader)
            throws SQLException {
        BulkQuery.each(connection, sql.formatted(from, "%s"), kind, values, reader);
    }
}
