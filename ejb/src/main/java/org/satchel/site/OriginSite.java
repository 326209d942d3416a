package org.satchel.site;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.UUID;

/** A site that change sets may come from, as it is announced upward. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OriginSite(UUID uuid, String name) {

    public OriginSite {
        Objects.requireNonNull(uuid, "uuid");
        SiteNames.require(name);
    }
}
