/**
 * Carries transmissions between this site and its neighbours over HTTP: the child opens every connection, pushes, pulls, and both
 * acknowledge. Invariant: one exchange of a link at a time, whatever dies; no transaction is open while the line is used. It must not look
 * into a change set.
 */
package org.satchel.exchange;
