/**
 * Captures every change of an audited entity in the transaction that makes it: Envers writes the audit rows, this package the one
 * {@link org.satchel.capture.Revision} row that goes with them. Invariant: a committed transaction that changed a synchronised record has
 * exactly one revision, and a revision that cannot be written fails its transaction. It must not read the journal or know a neighbour.
 */
package org.satchel.capture;
