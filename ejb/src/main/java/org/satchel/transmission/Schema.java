package org.satchel.transmission;

/** The version of the record model that this build speaks; the receiver's decides what it can take. */
public final class Schema {

    public static final String VERSION = "1";

    private Schema() {}
}
