/**
 * Batches of change sets for one neighbour, and what became of them: made from the journal, spooled, verified, acknowledged. Invariant: the
 * acknowledged position of a link moves only on the neighbour's word that all up to it is safe. It must not open a connection.
 */
package org.satchel.transmission;
