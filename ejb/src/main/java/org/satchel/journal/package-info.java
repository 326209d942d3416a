/**
 * The site's journal: committed revisions in the order in which neighbours get them, and their contents read back from the audit tables.
 * Invariant: positions have no gap and a revision's position never changes. It must not know how change sets are carried or applied.
 */
package org.satchel.journal;
