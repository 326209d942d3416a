package org.satchel.site;

import java.util.Objects;
import java.util.UUID;

/**
 * This installation.
 *
 * @param uuid its identity in the network, for good
 * @param incarnation the life of its database: another one after a backup was restored or an image copied
 * @param name for people
 */
public record ThisSite(UUID uuid, UUID incarnation, String name) {

    public ThisSite {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(incarnation, "incarnation");
        SiteNames.require(name);
    }
}
