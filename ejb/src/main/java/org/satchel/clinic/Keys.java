package org.satchel.clinic;

/** Where the integer keys come from: one row of one table for each record table, taken in blocks so that inserts can be batched. */
final class Keys {

    static final String TABLE = "satchel_key";
    static final String NAME = "name";
    static final String NEXT_VALUE = "next_value";
    static final int BLOCK = 500;

    private Keys() {}
}
