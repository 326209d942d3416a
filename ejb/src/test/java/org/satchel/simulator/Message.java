package org.satchel.simulator;

import java.util.UUID;

/**
 * On its way between two sites.
 *
 * @param bytes a transmission; null for an acknowledgement
 * @param acknowledged the position that an acknowledgement tells
 * @param agreement since which reconciliation an acknowledgement counts; a transmission has it in its header
 */
record Message(int from, int to, byte[] bytes, long acknowledged, UUID agreement) {

    static Message transmission(int from, int to, byte[] bytes) {
        return new Message(from, to, bytes, 0, null);
    }

    static Message acknowledgement(int from, int to, long position, UUID agreement) {
        return new Message(from, to, null, position, agreement);
    }
}
