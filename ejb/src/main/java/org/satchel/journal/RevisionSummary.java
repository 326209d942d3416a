package org.satchel.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One line of the history: a revision without its changes.
 *
 * @param revision the revision's UUID, the same at every site
 * @param position its position at this site; null for the moment between its commit and its numbering
 * @param origin the site where it was made
 * @param author the account that made it
 * @param at when, by the clock of the origin
 * @param types entity names of the records that it changed, sorted
 * @param changes how many records it changed
 * @param receivedFrom the id of the link it came over; null if it was made here
 */
public record RevisionSummary(
        UUID revision,
        Long position,
        UUID origin,
        String author,
        Instant at,
        List<String> types,
        int changes,
        Long receivedFrom) {

    public RevisionSummary {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(at, "at");
        types = List.copyOf(types);
    }
}
