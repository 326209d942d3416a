package org.satchel.web.console;

import static java.util.Map.Entry.comparingByValue;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.satchel.site.KnownSites;
import org.satchel.site.Link;
import org.satchel.site.LinkRole;
import org.satchel.site.Links;
import org.satchel.site.Sites;
import org.satchel.site.ThisSite;

/** The neighbours, and the names of the sites that this site knows, read once for a page. */
@Named("siteNames")
@RequestScoped
public class SiteNames {

    @Inject
    private Sites sites;

    @EJB
    private Links links;

    @Inject
    private KnownSites known;

    private ThisSite self;
    private List<Link> neighbours;
    private Map<UUID, String> names;

    @PostConstruct
    void read() {
        self = sites.self();
        neighbours = links.all();
        names = known.names();
    }

    public List<Link> neighbours() {
        return neighbours;
    }

    /** The name of this site. */
    public String getSelf() {
        return self.name();
    }

    /** The known sites with their names, in the order of the names. */
    public List<Map.Entry<UUID, String>> getAll() {
        return names.entrySet().stream().sorted(comparingByValue()).toList();
    }

    /** The name of the neighbour at the other end of the link. */
    public String ofLink(long id) {
        return neighbours.stream()
                .filter(link -> link.id() == id)
                .map(Link::name)
                .findFirst()
                .orElse("–");
    }

    public boolean isParent(long link) {
        return neighbours.stream().anyMatch(one -> one.id() == link && one.role() == LinkRole.PARENT);
    }

    /** The name of the site, or the first part of its UUID if this site has only heard of it. */
    public String of(UUID site) {
        var known = names.get(site);
        return known != null ? known : site.toString().substring(0, 8);
    }
}
