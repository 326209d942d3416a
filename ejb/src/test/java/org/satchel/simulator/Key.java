package org.satchel.simulator;

/** A record's name everywhere. */
record Key(String type, String uuid) {}
