package org.satchel.capture;

/** Fired once in a transaction that captures a revision; observe it after success to know that the journal has something new. */
public record RevisionCaptured() {}
