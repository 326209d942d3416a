package org.satchel.clinic;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceUnit;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;

/** Gives Hibernate its beans outside a container, with injected fields filled by type as far as the test gives beans. */
public final class PlainBeans implements BeanContainer {

    private final Map<Class<?>, Supplier<?>> beans;

    public PlainBeans(Map<Class<?>, Supplier<?>> beans) {
        this.beans = beans;
    }

    @Override
    public <B> ContainedBean<B> getBean(Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
        var bean = fallback.produceBeanInstance(type);
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(PersistenceUnit.class)) {
                fill(field, bean);
            }
        }
        return () -> bean;
    }

    @Override
    public <B> ContainedBean<B> getBean(
            String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
        return getBean(type, options, fallback);
    }

    @Override
    public void stop() {
        // Nothing was started.
    }

    private void fill(Field field, Object bean) {
        try {
            field.setAccessible(true);
            field.set(bean, beans.getOrDefault(field.getType(), () -> null).get());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
