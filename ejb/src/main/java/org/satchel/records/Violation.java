package org.satchel.records;

/**
 * A constraint that a record breaks.
 *
 * @param index the record's place in the batch, from 0; -1 outside a batch
 * @param type the record's type
 * @param property the property
 * @param message what it must be; never what it is
 */
public record Violation(int index, String type, String property, String message) {

    @Override
    public String toString() {
        return type + "." + property + Place.inBatch(index) + " " + message;
    }
}
