package org.satchel.transmission;

import java.time.Instant;
import java.util.UUID;

/**
 * A batch of change sets for, or from, one neighbour.
 *
 * @param from it covers the sender's positions after this one
 * @param to up to and with this one
 * @param endedAt when its state became final; null while it is open
 * @param attempts how often it was carried
 * @param bytes what all attempts put on the wire
 * @param lastFailure why the last failed attempt failed; null if none did
 */
public record Transmission(
        long id,
        UUID uuid,
        long link,
        Direction direction,
        long from,
        long to,
        int changeSets,
        TransmissionState state,
        Instant createdAt,
        Instant endedAt,
        int attempts,
        long bytes,
        String lastFailure) {}
