package org.satchel.site;

import java.util.Objects;
import java.util.UUID;

/**
 * Which life of which site's database speaks.
 *
 * @param previous the incarnation before, if this one began when a backup was restored; null for the first
 */
public record Life(UUID site, UUID incarnation, UUID previous) {

    public Life {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(incarnation, "incarnation");
    }
}
