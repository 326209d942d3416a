package org.satchel.capture;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to this version before Hibernate validates its mapping against it.
 *
 * <p>A start-up bean would be too late: Hibernate validates while it builds the session factory, and this is the last hook before. Flyway
 * holds a named lock of the database session while it works, so nodes that start together take turns and a killed one leaves no lock.
 */
public class SchemaMigration implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessionFactory) {
        var connections = sessionFactory.getServiceRegistry().requireService(ConnectionProvider.class);
        Flyway.configure(getClass().getClassLoader())
                .dataSource(connections.unwrap(DataSource.class))
                .table("satchel_schema")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
        // The schema outlives the deployment.
    }
}
