/**
 * The clinic's records, on the tables of OpenMRS 2.x, so that its users' databases can come in. The entities hold mapping and constraints
 * and nothing else: whoever reads or writes them names type and property through {@link org.satchel.records.Records}, so they have no
 * accessors. Invariant: a record refers to others and never lists those that refer to it, because Envers would count both as changed.
 * Nothing of the engine may import this package.
 */
package org.satchel.clinic;
