package org.satchel.capture;

/**
 * Fired once in a transaction that captures revisions; observe it after success to know that the journal has something new.
 *
 * @param receivedFrom the link that they came over; null if they were made here
 */
public record RevisionCaptured(Long receivedFrom) {}
