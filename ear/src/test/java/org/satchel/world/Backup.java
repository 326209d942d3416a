package org.satchel.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A copy of a site's database as it was at a moment, to be put back later. The site's server must be stopped for both. */
public final class Backup {

    private final Site site;
    private final String copy;

    private Backup(Site site) {
        this.site = site;
        this.copy = site.schema() + "_backup";
    }

    /** Takes one; the site is stopped for it and started again. */
    public static Backup of(Site site) throws SQLException {
        var backup = new Backup(site);
        site.server().stop();
        site.database().create(backup.copy);
        backup.copy(site.schema(), backup.copy, true);
        site.start();
        return backup;
    }

    /** Puts it back: the site is killed, its database becomes what it was, and it starts. */
    public void restore() throws SQLException {
        site.server().kill();
        copy(copy, site.schema(), false);
        site.start();
    }

    private void copy(String from, String to, boolean make) throws SQLException {
        try (Connection connection = site.database().connect(site.schema());
                var statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables(connection, from)) {
                if (make) {
                    statement.execute("create table " + to + "." + table + " like " + from + "." + table);
                } else {
                    statement.execute("truncate table " + to + "." + table);
                }
                statement.execute("insert into " + to + "." + table + " select * from " + from + "." + table);
            }
        }
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection.getMetaData().getTables(schema, null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }
}
