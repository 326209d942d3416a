package org.satchel.capture;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Makes Hibernate write the changed columns of a record and no others, whatever its mapping says.
 *
 * <p>By default an update writes every column as the transaction had read it. Where two transactions change different fields of a record at
 * once, the later one would put the earlier one's field back, and no revision would tell: this site would differ from all others for good.
 */
public class PartialUpdates implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessionFactory) {
        for (PersistentClass type : metadata.getEntityBindings()) {
            type.setDynamicUpdate(true);
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
        // Nothing is kept.
    }
}
