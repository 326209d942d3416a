package org.satchel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity whose records others refer to and wait for, such as a concept or a location. When more has to be sent than fits into one
 * transmission, revisions that change nothing but such records are sent ahead of the rest. An administrator may decide otherwise.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SentAhead {

    /** If false, only along with a record that is: for what comes in one transaction with it, such as the person of a new user. */
    boolean alone() default true;
}
