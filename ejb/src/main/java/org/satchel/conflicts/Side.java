package org.satchel.conflicts;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Whose value it is. A revision that this site does not have, such as one that was refused, is known by its UUID alone: then all else is null.
 *
 * @param origin the site where it was made
 * @param site that site's name; null if this site has only heard of it
 * @param author the account that made it
 * @param at when, by the clock of the origin
 */
public record Side(UUID revision, UUID origin, String site, String author, Instant at) {

    public Side {
        Objects.requireNonNull(revision, "revision");
    }

    public boolean isKnown() {
        return origin != null;
    }
}
