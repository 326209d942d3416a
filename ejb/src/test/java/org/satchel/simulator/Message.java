package org.satchel.simulator;

/**
 * On its way between two sites.
 *
 * @param bytes a transmission; null for an acknowledgement
 * @param acknowledged the position that an acknowledgement tells
 */
record Message(int from, int to, byte[] bytes, long acknowledged) {

    static Message transmission(int from, int to, byte[] bytes) {
        return new Message(from, to, bytes, 0);
    }

    static Message acknowledgement(int from, int to, long position) {
        return new Message(from, to, null, position);
    }
}
