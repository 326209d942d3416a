package org.satchel.records;

import java.beans.Introspector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/** Reads and writes one attribute of an entity or embeddable, through whatever member its mapping names. */
interface Property {

    Object get(Object owner);

    void set(Object owner, Object value);

    static Property of(Member member) {
        return member instanceof Field field ? new OfField(field) : new OfGetter((Method) member);
    }

    /** The attribute of an embeddable within this one, which is made when a part of it is first set. */
    default Property then(Class<?> embeddable, Property part) {
        var constructor = constructor(embeddable);
        return new Property() {
            @Override
            public Object get(Object owner) {
                var whole = Property.this.get(owner);
                return whole == null ? null : part.get(whole);
            }

            @Override
            public void set(Object owner, Object value) {
                var whole = Property.this.get(owner);
                if (whole == null && value != null) {
                    whole = make(constructor);
                    Property.this.set(owner, whole);
                }
                if (whole != null) {
                    part.set(whole, value);
                }
            }
        };
    }

    static <T> Constructor<T> constructor(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " needs a constructor without parameters, as JPA asks", e);
        }
    }

    static <T> T make(Constructor<T> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor.getDeclaringClass().getName() + " cannot be made", e);
        }
    }

    /** An attribute that is mapped on its field. */
    record OfField(Field field) implements Property {

        public OfField {
            field.setAccessible(true);
        }

        @Override
        public Object get(Object owner) {
            try {
                return field.get(owner);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(field + " cannot be read", e);
            }
        }

        @Override
        public void set(Object owner, Object value) {
            try {
                field.set(owner, value);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(field + " cannot be written", e);
            }
        }
    }

    /** An attribute that is mapped on its getter. */
    record OfGetter(Method getter, Method setter) implements Property {

        OfGetter(Method getter) {
            this(getter, setterOf(getter));
            getter.setAccessible(true);
        }

        @Override
        public Object get(Object owner) {
            return call(getter, owner);
        }

        @Override
        public void set(Object owner, Object value) {
            call(setter, owner, value);
        }

        private static Method setterOf(Method getter) {
            var name = getter.getName().replaceFirst("^(get|is)", "");
            try {
                var setter = getter.getDeclaringClass().getDeclaredMethod("set" + name, getter.getReturnType());
                setter.setAccessible(true);
                return setter;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(
                        getter.getDeclaringClass().getName() + "." + Introspector.decapitalize(name) + " has no setter",
                        e);
            }
        }

        private static Object call(Method method, Object owner, Object... arguments) {
            try {
                return method.invoke(owner, arguments);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(method + " failed", e);
            }
        }
    }
}
