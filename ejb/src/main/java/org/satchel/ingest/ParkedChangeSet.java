package org.satchel.ingest;

import java.time.Instant;
import java.util.UUID;

/**
 * A change set that waits.
 *
 * @param link the neighbour it came from
 * @param position the neighbour's position of it
 * @param reason why it could not be applied when last tried
 * @param attempts how often it was tried
 */
public record ParkedChangeSet(UUID revision, long link, long position, String reason, int attempts, Instant parkedAt) {}
