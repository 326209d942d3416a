package org.satchel.demo;

import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An OpenMRS database dump, loaded into a schema of its own and read as records: one query for each table, references turned into those of
 * the other rows. Held in memory, which suits a clinic of the demo's size.
 */
final class Dump {

    /** Refer to users also in the tables where OpenMRS has no foreign key for them. */
    private static final List<String> AUTHORS = List.of("creator", "changed_by", "voided_by", "retired_by");

    private record ForeignKey(String table, String column) {}

    private final Connection connection;
    private final Map<String, Map<Object, DumpRow>> rows = new LinkedHashMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    private Dump(Connection connection) {
        this.connection = connection;
    }

    /** Runs the dump's statements on the connection, whose schema must be empty, and reads what came of it. */
    static Dump load(Path file, Connection connection) throws SQLException, IOException {
        var dump = new Dump(connection);
        dump.execute(file);
        for (DumpTable table : DumpTable.ALL) {
            dump.read(table);
        }
        for (DumpTable table : DumpTable.ALL) {
            dump.refer(table);
        }
        dump.members("role_privilege", "role", "role", "privileges", "privilege", "privilege");
        dump.members("user_role", "users", "user_id", "roles", "role", "role");
        dump.properties();
        return dump;
    }

    /** Every row, none before what it refers to unless they refer to each other. */
    List<DumpRow> inOrder() {
        return DumpOrder.of(rows.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList());
    }

    /** How often a column referred to a table that has no record type here, by column. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    private void execute(Path file) throws SQLException, IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var statement = connection.createStatement()) {
            var sql = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                // The connection's own character set stays: the driver has already decoded the file.
                if (line.startsWith("--") || line.contains("SET NAMES") || line.contains("character_set_client")) {
                    continue;
                }
                sql.append(line).append('\n');
                if (line.endsWith(";")) {
                    statement.execute(sql.toString());
                    sql.setLength(0);
                }
            }
        }
    }

    private void read(DumpTable table) throws SQLException {
        var foreign = foreignKeys(table.table());
        var own = new LinkedHashMap<Object, DumpRow>();
        rows.put(table.table(), own);
        var key = key(table.table());
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select * from " + table.table())) {
            while (row.next()) {
                var read = row(table, row, foreign, key);
                own.put(row.getObject(key), read);
            }
        }
    }

    private DumpRow row(DumpTable table, ResultSet row, Map<String, ForeignKey> foreign, String key)
            throws SQLException {
        var record = json().put("@type", table.type());
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var column = columns.getColumnName(i);
            boolean generated = column.equals(key) && row.getObject(i) instanceof Number;
            if (!generated && !foreign.containsKey(column) && !table.leftOut().contains(column)) {
                put(record, table.property(column, false), row.getObject(i));
            }
        }
        // A patient is a person and a numeric concept a concept: they have no UUID of their own.
        if (!record.has("uuid")) {
            record.put(
                    "uuid",
                    rows.get(foreign.get(key).table()).get(row.getObject(key)).uuid());
        }
        return new DumpRow(table.type(), record.path("uuid").asText(), record);
    }

    private static void put(ObjectNode record, String property, Object value) {
        if (value instanceof Boolean truth) {
            record.put(property, truth);
        } else if (value instanceof Integer number) {
            record.put(property, number);
        } else if (value instanceof Double number) {
            record.put(property, number);
        } else if (value instanceof LocalDateTime time) {
            record.put(property, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
        } else if (value instanceof java.sql.Timestamp time) {
            record.put(property, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.toLocalDateTime()));
        } else if (value instanceof java.sql.Time time) {
            record.put(
                    property,
                    DateTimeFormatter.ISO_LOCAL_TIME.format(
                            LocalTime.ofSecondOfDay(time.toLocalTime().toSecondOfDay())));
        } else if (value != null) {
            record.put(property, value.toString());
        }
    }

    private void refer(DumpTable table) throws SQLException {
        var foreign = foreignKeys(table.table());
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select * from " + table.table())) {
            while (row.next()) {
                var own = rows.get(table.table()).get(row.getObject(key(table.table())));
                for (var reference : foreign.entrySet()) {
                    refer(table, own, reference.getKey(), reference.getValue(), row.getObject(reference.getKey()));
                }
            }
        }
    }

    private void refer(DumpTable table, DumpRow own, String column, ForeignKey target, Object key) {
        if (key == null) {
            return;
        }
        var referred = rows.getOrDefault(target.table(), Map.of()).get(key);
        if (referred == null) {
            leftOut.merge(table.table() + "." + column, 1, Integer::sum);
        } else {
            own.references().put(table.property(column, true), referred);
        }
    }

    /** A join table as a list of UUIDs in its owner; what it lists comes first, since it refers to nothing. */
    private void members(
            String join, String owners, String ownerColumn, String property, String members, String memberColumn)
            throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select " + ownerColumn + ", " + memberColumn + " from " + join)) {
            while (row.next()) {
                var owner = rows.get(owners).get(row.getObject(1));
                var member = rows.get(members).get(row.getObject(2));
                if (owner != null && member != null) {
                    owner.record().withArray(property).add(member.uuid());
                }
            }
        }
    }

    private void properties() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select user_id, property, property_value from user_property")) {
            while (row.next()) {
                var owner = rows.get("users").get(row.getObject(1));
                owner.record().withObject("/userProperties").put(row.getString(2), row.getString(3));
            }
        }
    }

    private final Map<String, Map<String, ForeignKey>> foreignKeysByTable = new HashMap<>();
    private final Map<String, String> keyByTable = new HashMap<>();

    private Map<String, ForeignKey> foreignKeys(String table) throws SQLException {
        if (!foreignKeysByTable.containsKey(table)) {
            var keys = new HashMap<String, ForeignKey>();
            columns(table).stream()
                    .filter(AUTHORS::contains)
                    .forEach(column -> keys.put(column, new ForeignKey("users", "user_id")));
            try (var row = connection.getMetaData().getImportedKeys(connection.getCatalog(), null, table)) {
                while (row.next()) {
                    keys.put(
                            row.getString("FKCOLUMN_NAME"),
                            new ForeignKey(row.getString("PKTABLE_NAME"), row.getString("PKCOLUMN_NAME")));
                }
            }
            foreignKeysByTable.put(table, keys);
        }
        return foreignKeysByTable.get(table);
    }

    private List<String> columns(String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var row = connection.getMetaData().getColumns(connection.getCatalog(), null, table, null)) {
            while (row.next()) {
                columns.add(row.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }

    private String key(String table) throws SQLException {
        if (!keyByTable.containsKey(table)) {
            try (var row = connection.getMetaData().getPrimaryKeys(connection.getCatalog(), null, table)) {
                row.next();
                keyByTable.put(table, row.getString("COLUMN_NAME"));
            }
        }
        return keyByTable.get(table);
    }

    /** The counts to be found at both sites. */
    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        new ArrayList<>(DumpTable.ALL)
                .forEach(table ->
                        counts.put(table.type(), rows.get(table.table()).size()));
        return counts;
    }
}
