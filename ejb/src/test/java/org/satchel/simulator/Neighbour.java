package org.satchel.simulator;

/**
 * What a site durably knows of a link.
 *
 * @param received the neighbour's position up to which this site has taken in its stream
 * @param acknowledged this site's position up to which the neighbour has said to have it
 */
record Neighbour(long received, long acknowledged) {

    Neighbour receivedTo(long position) {
        return new Neighbour(position, acknowledged);
    }

    Neighbour acknowledgedTo(long position) {
        return new Neighbour(received, position);
    }
}
