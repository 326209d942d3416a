package org.satchel.digest;

import java.util.ArrayList;
import java.util.List;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;

/**
 * A query that reads rows with UUIDs in place of keys: the record's own UUID first, then the columns.
 *
 * @param sql one statement, the references joined
 * @param fields what stands in columns 2 and following
 */
record RowQuery(String sql, List<Field> fields) {

    /** The records of exactly this type. */
    static RowQuery records(EntityModel model, RecordType type) {
        var query = new Builder(model);
        for (int i = 1; i < type.tables().size(); i++) {
            var table = type.tables().get(i);
            query.from
                    .append(" join ")
                    .append(table.name())
                    .append(" t")
                    .append(i)
                    .append(" on t")
                    .append(i)
                    .append('.');
            query.from
                    .append(table.keyColumns().get(0))
                    .append(" = t0.")
                    .append(type.rootTable().keyColumns().get(0));
        }
        query.owner(type, "t0", type.rootTable().keyColumns().get(0));
        for (Field field : type.fields()) {
            query.field("t" + tableOf(type, field), field);
        }
        return query.build(type.rootTable().name() + " t0", exactlyThisType(model, type));
    }

    /** The elements of a collection; a map's key or list's index comes first. */
    static RowQuery elements(EntityModel model, RecordType type, RecordCollection collection) {
        var query = new Builder(model);
        query.from.append(" join ").append(type.rootTable().name()).append(" t0 on t0.");
        query.from.append(type.rootTable().keyColumns().get(0)).append(" = c.").append(collection.ownerColumn());
        query.owner(type, "t0", type.rootTable().keyColumns().get(0));
        collection.key().ifPresent(key -> query.field("c", key));
        collection.elements().forEach(element -> query.field("c", element));
        return query.build(collection.table() + " c", exactlyThisType(model, type));
    }

    private static int tableOf(RecordType type, Field field) {
        for (int i = 0; i < type.tables().size(); i++) {
            if (type.tables().get(i).fields().contains(field)) {
                return i;
            }
        }
        return 0;
    }

    private static String exactlyThisType(EntityModel model, RecordType type) {
        if (type.discriminator().isPresent()) {
            var discriminator = type.discriminator().get();
            return " where t0." + discriminator.column() + " = '" + discriminator.value() + "'";
        }
        var conditions = new ArrayList<String>();
        for (String name : type.subtypes()) {
            var tables = model.type(name).tables();
            var table = tables.get(tables.size() - 1);
            conditions.add("not exists (select 1 from " + table.name() + " s where s."
                    + table.keyColumns().get(0) + " = t0."
                    + type.rootTable().keyColumns().get(0) + ")");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Collects columns and joins. */
    private static final class Builder {
        private final EntityModel model;
        private final StringBuilder from = new StringBuilder();
        private final List<String> columns = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private int joins;

        Builder(EntityModel model) {
            this.model = model;
        }

        void owner(RecordType type, String alias, String keyColumn) {
            var owner = model.uuidOwner(type);
            columns.add(
                    owner.root().equals(type.root())
                            ? alias + "." + owner.uuidColumn()
                            : joined(owner, alias + "." + keyColumn));
        }

        void field(String alias, Field field) {
            var column = alias + "." + field.column();
            columns.add(field.target()
                    .map(target -> joined(model.uuidOwner(model.type(target)), column))
                    .orElse(column));
            fields.add(field);
        }

        private String joined(RecordType owner, String key) {
            var alias = "r" + joins++;
            from.append(" left join ")
                    .append(owner.rootTable().name())
                    .append(' ')
                    .append(alias)
                    .append(" on ")
                    .append(alias);
            from.append('.')
                    .append(owner.rootTable().keyColumns().get(0))
                    .append(" = ")
                    .append(key);
            return alias + "." + owner.uuidColumn();
        }

        RowQuery build(String table, String where) {
            return new RowQuery(
                    "select " + String.join(", ", columns) + " from " + table + from + where, List.copyOf(fields));
        }
    }
}
