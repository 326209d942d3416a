package org.satchel.zoo;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.satchel.capture.Revision;
import org.satchel.clinic.ClinicDatabase;
import org.satchel.model.EntityModel;
import org.satchel.model.EntityModelIntegrator;
import org.satchel.model.EntityModels;

/** A site of the zoo's entities: a schema on a real MariaDB, Hibernate with Envers, and no server. */
public final class ZooSite implements AutoCloseable {

    private final DataSource database;
    private final SessionFactory factory;

    public ZooSite() throws Exception {
        this(Zoo.ENTITIES);
    }

    /** A site of these entities. */
    public ZooSite(List<Class<?>> entities) throws Exception {
        database = ClinicDatabase.emptySchema();
        var registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.datasource", database)
                .applySetting("hibernate.hbm2ddl.auto", "update")
                .applySetting("hibernate.type.preferred_enum_jdbc_type", "VARCHAR")
                .applySetting("hibernate.type.java_time_use_direct_jdbc", "true")
                .applySetting("hibernate.jdbc.batch_size", "100")
                .applySetting("hibernate.order_inserts", "true")
                .applySetting("org.hibernate.envers.global_with_modified_flag", "true")
                .applySetting("org.hibernate.envers.store_data_at_delete", "true")
                .applySetting("org.hibernate.envers.revision_listener", ZooRevisions.class.getName())
                .build();
        var sources = new MetadataSources(registry);
        sources.addAnnotatedClass(Revision.class);
        entities.forEach(sources::addAnnotatedClass);
        factory = sources.buildMetadata().buildSessionFactory();
        run("insert into satchel_link (id, role, name, account) values (1, 'CHILD', 'elsewhere', 'elsewhere')");
    }

    public DataSource database() {
        return database;
    }

    public EntityModel model() {
        return EntityModelIntegrator.modelOf(factory.unwrap(SessionFactoryImplementor.class));
    }

    public Session session() {
        return factory.openSession();
    }

    /** One transaction of the application: one revision. */
    public void change(Consumer<Session> work) {
        ZooRevisions.RECEIVED_OF_PARENT.set(receivedOfParent());
        try {
            factory.inTransaction(work::accept);
        } finally {
            ZooRevisions.RECEIVED_OF_PARENT.remove();
        }
    }

    private long receivedOfParent() {
        try {
            return number("select coalesce(max(received_position), 0) from satchel_link where role = 'PARENT'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets everything, its links too. Much faster than another schema; generators go on where they were. */
    public void empty() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var tables = tables(statement);
            tables.remove("satchel_journal");
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables) {
                statement.addBatch("delete from `" + table + "`");
            }
            statement.addBatch("update satchel_journal set head = 0");
            statement.executeBatch();
        }
    }

    /** All rows as they are now, by table, to be put back. */
    public Map<String, List<Object[]>> backup() throws SQLException {
        var backup = new HashMap<String, List<Object[]>>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                var rows = new ArrayList<Object[]>();
                try (var row = statement.executeQuery("select * from `" + table + "`")) {
                    while (row.next()) {
                        var values = new Object[row.getMetaData().getColumnCount()];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = row.getObject(i + 1);
                        }
                        rows.add(values);
                    }
                }
                backup.put(table, rows);
            }
        }
        return backup;
    }

    /** Puts a backup back; generators go on where they are. */
    public void restore(Map<String, List<Object[]>> backup) throws SQLException {
        empty();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (var table : backup.entrySet()) {
                for (Object[] values : table.getValue()) {
                    var places = String.join(", ", Collections.nCopies(values.length, "?"));
                    try (var insert = connection.prepareStatement(
                            "replace into `" + table.getKey() + "` values (" + places + ")")) {
                        for (int i = 0; i < values.length; i++) {
                            insert.setObject(i + 1, values[i]);
                        }
                        insert.executeUpdate();
                    }
                }
            }
            statement.execute("set foreign_key_checks = 1");
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (var row = statement.executeQuery("select table_name from information_schema.tables"
                + " where table_schema = database() and table_type = 'BASE TABLE'"
                + " and table_name not in ('satchel_schema', 'hibernate_sequences')")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    public void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Gives a boundary what a container would inject. */
    public <T> T wire(T bean, Map<Class<?>, Supplier<?>> others) throws IllegalAccessException {
        wire(bean, bean.getClass(), others);
        return bean;
    }

    private void wire(Object bean, Class<?> type, Map<Class<?>, Supplier<?>> others) throws IllegalAccessException {
        if (type.getSuperclass() != Object.class) {
            wire(bean, type.getSuperclass(), others);
        }
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            if (others.containsKey(field.getType())) {
                field.set(bean, others.get(field.getType()).get());
            } else if (field.getType() == DataSource.class) {
                field.set(bean, database);
            } else if (field.getType() == EntityModels.class) {
                field.set(bean, new EntityModels() {
                    @Override
                    public EntityModel current() {
                        return model();
                    }
                });
            }
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
