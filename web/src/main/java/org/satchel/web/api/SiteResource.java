package org.satchel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.site.Roles;
import org.satchel.site.Sites;
import org.satchel.site.Version;
import org.satchel.upkeep.Statistics;

/** This site. */
@Path("site")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK, Roles.VIEWER, Roles.MONITOR})
@Tag(name = "Site")
public class SiteResource {

    /** @param position the last position that the site's journal gave */
    public record SiteView(UUID uuid, String name, long position, String version) {}

    @Inject
    private Sites sites;

    @Inject
    private Statistics statistics;

    @GET
    @Operation(summary = "Who this site is and how far its journal has come")
    public SiteView site() {
        var self = sites.self();
        return new SiteView(self.uuid(), self.name(), statistics.position(), Version.CURRENT);
    }
}
