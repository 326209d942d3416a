package org.satchel.transmission;

import java.util.UUID;

/**
 * A transmission ready to be carried. Close it to delete its spooled stream.
 *
 * @param id its row
 * @param attempt the row of this try to carry it
 */
public record OutgoingTransmission(long id, UUID uuid, long link, long to, int changeSets, long attempt, Spool spool)
        implements AutoCloseable {

    @Override
    public void close() {
        spool.close();
    }
}
