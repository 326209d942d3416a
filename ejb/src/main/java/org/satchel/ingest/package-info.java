/**
 * Applies change sets from a neighbour: each one whole, once, in order, and captured again under the same UUID so that it travels on.
 * What cannot be applied is parked with the reason, and only what depends on it waits. Invariant: a change set's effects, its revision,
 * its audit rows and the link's received position are committed in one transaction. It must not know how change sets were carried.
 */
package org.satchel.ingest;
