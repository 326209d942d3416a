/**
 * What the engine knows of entities, read once from Hibernate's mapping and Envers' configuration: types, tables, columns, references and
 * collections. Invariant: nothing here names an entity class of any application. It must not write.
 */
package org.satchel.model;
