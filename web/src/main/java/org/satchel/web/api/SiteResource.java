package org.satchel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.site.Roles;
import org.satchel.site.Sites;
import org.satchel.site.ThisSite;
import org.satchel.site.Version;
import org.satchel.upkeep.Statistics;

/** This site. */
@Path("site")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK, Roles.VIEWER, Roles.MONITOR})
@Tag(name = "Site")
public class SiteResource {

    /**
     * @param incarnation the life of its database: another one after a backup was restored
     * @param position the last position that the site's journal gave
     */
    public record SiteView(UUID uuid, UUID incarnation, String name, long position, String version) {}

    /** @param name of the site that this copy becomes */
    public record NewIdentity(@NotBlank @Size(max = 100) String name) {}

    @Inject
    private Sites sites;

    @Inject
    private Statistics statistics;

    @GET
    @Operation(summary = "Who this site is and how far its journal has come")
    public SiteView site() {
        return view(sites.self());
    }

    @POST
    @Path("identity")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary =
                    "Makes this copy of another site's database a site of its own; link it to its parent anew afterwards")
    public SiteView becomeAnother(@NotNull @Valid NewIdentity body) {
        return view(sites.becomeAnother(body.name()));
    }

    private SiteView view(ThisSite self) {
        return new SiteView(self.uuid(), self.incarnation(), self.name(), statistics.position(), Version.CURRENT);
    }
}
