/**
 * Any synchronised record as JSON: created, read, changed, deleted and searched by type and UUID, for scripts, importers and tests. Types are
 * known from the JPA mapping and Envers alone. Invariant: every write goes through the entity manager, so that it is captured, and through
 * Bean Validation. It must not name an entity class of any application, and no message of it holds a record's values.
 */
package org.satchel.records;
