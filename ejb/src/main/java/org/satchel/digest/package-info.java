/**
 * Tells whether two sites hold the same: count and fingerprint of each type's rows at a position of the journal. Invariant: two sites' digests
 * of a type agree exactly when their rows do, whatever their local keys. It must not change anything.
 */
package org.satchel.digest;
