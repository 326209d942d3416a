package org.satchel.site;

import java.util.Objects;
import java.util.UUID;

/**
 * This installation.
 *
 * @param uuid its identity in the network, for good
 * @param incarnation the life of its database: another one after a backup was restored or an image copied
 * @param previous the incarnation before; null if this is the first
 * @param name for people
 */
public record ThisSite(UUID uuid, UUID incarnation, UUID previous, String name) {

    public ThisSite(UUID uuid, UUID incarnation, String name) {
        this(uuid, incarnation, null, name);
    }

    public ThisSite {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(incarnation, "incarnation");
        SiteNames.require(name);
    }
}
