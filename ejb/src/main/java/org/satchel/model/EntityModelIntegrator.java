package org.satchel.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Reads the {@link EntityModel} when Hibernate builds a session factory: the boot-time mapping, which names tables and columns, is not
 * kept by Hibernate afterwards.
 */
public class EntityModelIntegrator implements Integrator {

    private static final Map<String, EntityModel> MODELS = new ConcurrentHashMap<>();

    /** The model of a session factory that lives. */
    public static EntityModel modelOf(SessionFactoryImplementor sessionFactory) {
        return MODELS.get(sessionFactory.getUuid());
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessionFactory) {
        sessionFactory.addObserver(new SessionFactoryObserver() {
            @Override
            public void sessionFactoryCreated(SessionFactory factory) {
                MODELS.put(sessionFactory.getUuid(), new EntityModelReader(metadata, sessionFactory).read());
            }
        });
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
        MODELS.remove(sessionFactory.getUuid());
    }
}
