package org.satchel.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.satchel.model.BulkQuery;
import org.satchel.model.EntityModel;
import org.satchel.model.KeyDirectory;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;
import org.satchel.rules.RecordName;

/**
 * Records that are here although no revision tells of them: they came by SQL or with a dump. So no parent has ever decided about them. A few
 * queries for each type. On the caller's connection.
 */
final class Unrecorded {

    private final Connection connection;
    private final EntityModel model;

    Unrecorded(Connection connection, EntityModel model) {
        this.connection = connection;
        this.model = model;
    }

    Set<RecordName> among(Collection<RecordName> records) throws SQLException {
        var byType = new HashMap<String, Set<String>>();
        records.forEach(record ->
                byType.computeIfAbsent(record.type(), type -> new HashSet<>()).add(record.uuid()));
        var found = new HashSet<RecordName>();
        for (var group : byType.entrySet()) {
            among(model.type(group.getKey()), group.getValue())
                    .forEach(uuid -> found.add(new RecordName(group.getKey(), uuid)));
        }
        return found;
    }

    private Set<String> among(RecordType type, Set<String> uuids) throws SQLException {
        var here = new HashMap<>(new KeyDirectory(connection, model).keys(type, uuids));
        removeAudited(type, here);
        removeRestated(type, here.keySet());
        return here.keySet();
    }

    private void removeAudited(RecordType type, Map<String, Object> here) throws SQLException {
        boolean own = type.uuidColumn() != null;
        var kind = own ? ValueKind.TEXT : type.key().get(0).kind();
        var column = own ? type.uuidColumn() : type.rootTable().keyColumns().get(0);
        // A lent UUID stands in no audit table of its own type; its key is that of a record that is here.
        var values = own ? here.keySet() : here.values();
        var audited = new HashSet<Object>();
        BulkQuery.each(
                connection,
                "select distinct " + column + " from " + type.rootTable().auditName() + " where " + column + " in (%s)",
                kind,
                values,
                row -> audited.add(kind.read(row, 1)));
        values.removeAll(audited);
    }

    /** What was told again and was the same already stands in no audit table. */
    private void removeRestated(RecordType type, Set<String> uuids) throws SQLException {
        var restated = new HashSet<String>();
        BulkQuery.each(
                connection,
                "select distinct s.uuid from satchel_restated s join satchel_revision r on r.id = s.revision_id"
                        + " where s.uuid in (%s) and find_in_set('" + type.name() + "', r.types) > 0",
                ValueKind.TEXT,
                uuids,
                row -> restated.add(row.getString(1)));
        uuids.removeAll(restated);
    }
}
