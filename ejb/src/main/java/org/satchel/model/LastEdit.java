package org.satchel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of an entity that only tells who last changed the record, or when. Every edit sets it, so two edits of different fields would
 * always meet in it; therefore it never makes a conflict, and the last one stands.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LastEdit {}
