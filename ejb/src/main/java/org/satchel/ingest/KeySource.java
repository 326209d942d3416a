package org.satchel.ingest;

import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.satchel.model.RecordType;

/**
 * Makes local keys with the generators that Hibernate uses for the same entities, so that keys made here and by the application never
 * meet.
 */
final class KeySource {

    private final SharedSessionContractImplementor session;

    KeySource(EntityManager entityManager) {
        this.session = entityManager.unwrap(SharedSessionContractImplementor.class);
    }

    /** False where the database gives the key while it inserts (identity columns). */
    boolean isKnownBeforeInsert(RecordType type) {
        return generator(type) instanceof BeforeExecutionGenerator generator && !generator.generatedOnExecution();
    }

    Object next(RecordType type) {
        var key = ((BeforeExecutionGenerator) generator(type)).generate(session, null, null, EventType.INSERT);
        return key instanceof Number number ? (Object) number.longValue() : key.toString();
    }

    private Generator generator(RecordType type) {
        return session.getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(type.className())
                .getGenerator();
    }
}
