package org.satchel.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;

/**
 * A query that reads rows with UUIDs in place of keys: the record's own UUID first, then the columns.
 *
 * @param columns what is selected
 * @param from the table that holds the UUIDs first, then those of the record, then the references
 * @param conditions what makes a row one of this type
 * @param uuid the column that holds the record's own UUID
 * @param fields what stands in columns 2 and following
 */
record RowQuery(String columns, String from, List<String> conditions, String uuid, List<Field> fields) {

    /** The records of exactly this type. */
    static RowQuery records(EntityModel model, RecordType type) {
        var query = new Builder(model, type);
        byName(type.fields()).forEach(field -> query.field("t" + tableOf(type, field), field));
        return query.build();
    }

    /** The elements of a collection; a map's key or list's index comes first. */
    static RowQuery elements(EntityModel model, RecordType type, RecordCollection collection) {
        var query = new Builder(model, type);
        query.join(collection.table(), "c", collection.ownerColumn(), query.key);
        collection.key().ifPresent(key -> query.field("c", key));
        byName(collection.elements()).forEach(element -> query.field("c", element));
        return query.build();
    }

    /** The rows of a range, in whatever order the database likes; its UUIDs, as far as there are any, are the parameters. */
    String of(RecordRange range) {
        var all = new ArrayList<>(conditions);
        if (range.after() != null) {
            all.add(uuid + " > ?");
        }
        if (range.upTo() != null) {
            all.add(uuid + " <= ?");
        }
        // Along the index of the UUIDs, so that a range costs no more in a large table than in a small one.
        var order = range.isWhole() ? "" : "straight_join ";
        return "select " + order + columns + " from " + from + where(all);
    }

    /** The first rows of a range in the order of their UUIDs. */
    String firstOf(RecordRange range, int most) {
        return of(range) + " order by " + uuid + " limit " + most;
    }

    private static String where(List<String> all) {
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    /** An order that does not depend on how, and in which version, the entity is mapped. */
    private static List<Field> byName(List<Field> fields) {
        return fields.stream().sorted(Comparator.comparing(Field::name)).toList();
    }

    private static int tableOf(RecordType type, Field field) {
        for (int i = 0; i < type.tables().size(); i++) {
            if (type.tables().get(i).fields().contains(field)) {
                return i;
            }
        }
        return 0;
    }

    /** Collects columns and joins. */
    private static final class Builder {
        private final EntityModel model;
        private final RecordType type;
        private final StringBuilder from = new StringBuilder();
        private final List<String> columns = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private final String key;
        private int references;

        Builder(EntityModel model, RecordType type) {
            this.model = model;
            this.type = type;
            var root = type.rootTable();
            var owner = model.uuidOwner(type);
            key = "t0." + root.keyColumns().get(0);
            if (owner.root().equals(type.root())) {
                from.append(root.name()).append(" t0");
                columns.add("t0." + owner.uuidColumn());
            } else {
                from.append(owner.rootTable().name()).append(" o");
                join(
                        root.name(),
                        "t0",
                        root.keyColumns().get(0),
                        "o." + owner.rootTable().keyColumns().get(0));
                columns.add("o." + owner.uuidColumn());
            }
            for (int i = 1; i < type.tables().size(); i++) {
                var table = type.tables().get(i);
                join(table.name(), "t" + i, table.keyColumns().get(0), key);
            }
        }

        void join(String table, String alias, String column, String otherColumn) {
            from.append(" join ").append(table).append(' ').append(alias);
            from.append(" on ").append(alias).append('.').append(column);
            from.append(" = ").append(otherColumn);
        }

        void field(String alias, Field field) {
            var column = alias + "." + field.column();
            columns.add(field.target()
                    .map(target -> joined(model.uuidOwner(model.type(target)), column))
                    .orElse(column));
            fields.add(field);
        }

        private String joined(RecordType owner, String reference) {
            var alias = "r" + references++;
            from.append(" left");
            join(owner.rootTable().name(), alias, owner.rootTable().keyColumns().get(0), reference);
            return alias + "." + owner.uuidColumn();
        }

        RowQuery build() {
            return new RowQuery(
                    String.join(", ", columns),
                    from.toString(),
                    exactlyThisType(),
                    columns.get(0),
                    List.copyOf(fields));
        }

        private List<String> exactlyThisType() {
            if (type.discriminator().isPresent()) {
                var discriminator = type.discriminator().get();
                return List.of("t0." + discriminator.column() + " = '" + discriminator.value() + "'");
            }
            return type.subtypes().stream()
                    .map(name -> {
                        var tables = model.type(name).tables();
                        var table = tables.get(tables.size() - 1);
                        return "not exists (select 1 from " + table.name() + " s where s."
                                + table.keyColumns().get(0) + " = " + key + ")";
                    })
                    .toList();
        }
    }
}
