package org.satchel.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Gives the engine the model of the deployed persistence unit. */
@ApplicationScoped
public class EntityModels {

    @PersistenceUnit(unitName = "satchel")
    private EntityManagerFactory factory;

    /** The synchronised types of this deployment. */
    public EntityModel current() {
        return EntityModelIntegrator.modelOf(factory.unwrap(SessionFactoryImplementor.class));
    }

    /** The JPA entity name of what Hibernate calls by its class name. */
    public String nameOf(String hibernateName) {
        return factory.unwrap(SessionFactoryImplementor.class)
                .getJpaMetamodel()
                .entity(hibernateName)
                .getName();
    }
}
