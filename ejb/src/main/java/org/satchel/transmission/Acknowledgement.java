package org.satchel.transmission;

import java.util.List;
import java.util.UUID;
import org.satchel.ingest.Outcome;

/**
 * What the receiver did with a transmission.
 *
 * @param through the sender's position up to which all is safe in the receiver's database
 * @param outcomes those that were not plainly committed
 */
public record Acknowledgement(UUID transmission, long through, List<Outcome> outcomes) {}
