package org.satchel.exchange;

/** How a link stands, in the operator's words. */
public enum LinkState {
    NEVER_CONTACTED,
    UP_TO_DATE,
    WAITING,
    EXCHANGING,
    RETRYING,
    DISABLED
}
