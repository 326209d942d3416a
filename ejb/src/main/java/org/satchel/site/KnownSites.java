package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The names of the sites that this site knows: itself, its neighbours, and those below it. Three small queries, in the caller's transaction. */
@Dependent
public class KnownSites {

    @Inject
    private Sites sites;

    @Inject
    private LinkRows links;

    @Inject
    private OriginRows origins;

    public Map<UUID, String> names() {
        var names = new HashMap<UUID, String>();
        names.put(sites.self().uuid(), sites.self().name());
        origins.all().forEach(site -> names.put(site.uuid(), site.name()));
        links.all().stream().filter(Link::isBound).forEach(link -> names.put(link.neighbour(), link.name()));
        return names;
    }

    /** The site's name for a sentence; its UUID if this site has only heard of it. */
    public String nameOf(UUID site) {
        return names().getOrDefault(site, site.toString());
    }
}
