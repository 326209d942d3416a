package org.satchel.web.console;

/**
 * How a state looks everywhere in the console: an icon, a colour and a word always go together, so that none is needed to understand it.
 *
 * @param icon the PrimeIcons class
 * @param tone the colour: good, busy, late, bad or off; bad is only for what somebody must act on
 * @param word the key of its word in the messages
 */
public record Look(String icon, String tone, String word) {}
