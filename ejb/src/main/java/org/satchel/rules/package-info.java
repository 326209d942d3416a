/**
 * The rules by which sites agree: merge, order, parking, settlement. "The parent decides": what reaches the parent last stands, and each
 * site holds its parent's values with its own unsettled changes laid over them. Invariant: plain Java; no JPA, no I/O, no clock, no identity
 * made here, so that a simulator drives exactly what ships. It must not know tables, keys or the wire.
 */
package org.satchel.rules;
