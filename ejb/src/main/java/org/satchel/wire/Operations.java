package org.satchel.wire;

import org.satchel.change.Operation;

/** The words for operations in the stream. */
final class Operations {

    private Operations() {}

    static String word(Operation operation) {
        return switch (operation) {
            case ADDED -> "add";
            case MODIFIED -> "mod";
            case DELETED -> "del";
        };
    }

    static Operation of(String word, JsonLine in) throws WireException {
        return switch (word) {
            case "add" -> Operation.ADDED;
            case "mod" -> Operation.MODIFIED;
            case "del" -> Operation.DELETED;
            default -> throw in.malformed(Members.OPERATION + " is none of add, mod, del");
        };
    }
}
