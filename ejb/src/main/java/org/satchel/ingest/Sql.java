package org.satchel.ingest;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.satchel.model.TypeTable;

/** The few shapes of statement that applying needs. Table and column names come from the mapping, never from the wire. */
final class Sql {

    private Sql() {}

    static String insert(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    static String whereKey(TypeTable table) {
        return where(table.keyColumns());
    }

    /** Compares null with null, as an element of an embeddable may have null parts. */
    static String where(List<String> columns) {
        return columns.stream().map(column -> column + " <=> ?").collect(Collectors.joining(" and ", " where ", ""));
    }
}
