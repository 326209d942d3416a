package org.satchel.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.satchel.model.EntityModel;
import org.satchel.model.Field;
import org.satchel.model.RecordType;
import org.satchel.model.TypeTable;

/**
 * The one query that reads what revisions did to records of a type: revision, operation, UUID, key, then for every field its value and
 * whether it changed.
 *
 * @param sql with one {@code %s} for the revisions' placeholders
 */
record AuditQuery(String sql, int keyColumn, int uuidColumn, int firstField) {

    static AuditQuery of(RecordType type, EntityModel model) {
        var columns = new ArrayList<>(List.of("a0.REV", "a0.REVTYPE"));
        columns.add(type.uuidColumn() == null ? "null" : "a0." + type.uuidColumn());
        columns.add("a0." + type.rootTable().keyColumns().get(0));
        for (Field field : type.fields()) {
            var alias = "a" + level(type, field);
            columns.add(alias + "." + field.column());
            columns.add(field.modifiedFlag().map(flag -> alias + "." + flag).orElse("0"));
        }
        return new AuditQuery(
                "select " + String.join(", ", columns) + from(type) + " where a0.REV in (%s)"
                        + exactlyThisType(type, model),
                4,
                3,
                5);
    }

    static String placeholders(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    private static int level(RecordType type, Field field) {
        for (int i = 0; i < type.tables().size(); i++) {
            if (type.tables().get(i).fields().contains(field)) {
                return i;
            }
        }
        return 0;
    }

    private static String from(RecordType type) {
        var sql =
                new StringBuilder(" from ").append(type.rootTable().auditName()).append(" a0");
        for (int i = 1; i < type.tables().size(); i++) {
            sql.append(" join ")
                    .append(type.tables().get(i).auditName())
                    .append(" a")
                    .append(i);
            sql.append(" on ").append(sameRow(type, type.tables().get(i), "a" + i));
        }
        return sql.toString();
    }

    private static String sameRow(RecordType type, TypeTable table, String alias) {
        var conditions = new ArrayList<>(List.of(alias + ".REV = a0.REV"));
        for (int k = 0; k < table.keyColumns().size(); k++) {
            conditions.add(alias + "." + table.keyColumns().get(k) + " = a0."
                    + type.rootTable().keyColumns().get(k));
        }
        return String.join(" and ", conditions);
    }

    /** Leaves out the rows of subtypes, which are read as what they are. */
    private static String exactlyThisType(RecordType type, EntityModel model) {
        if (type.discriminator().isPresent()) {
            var discriminator = type.discriminator().get();
            return " and a0." + discriminator.column() + " = '" + discriminator.value() + "'";
        }
        var sql = new StringBuilder();
        for (String name : type.subtypes()) {
            var tables = model.type(name).tables();
            var table = tables.get(tables.size() - 1);
            sql.append(" and not exists (select 1 from ")
                    .append(table.auditName())
                    .append(" s where ");
            sql.append(sameRow(type, table, "s")).append(")");
        }
        return sql.toString();
    }
}
