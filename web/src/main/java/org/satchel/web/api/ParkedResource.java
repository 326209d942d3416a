package org.satchel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.ingest.ParkedChangeSet;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.site.Roles;

/** Change sets that could not be applied. */
@Path("parked")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER})
@Tag(name = "Parked")
public class ParkedResource {

    /** @param total how many wait in all */
    public record ParkedPage(long total, List<ParkedChangeSet> parked) {}

    /** @param applied false if it still waits; its reason then says why */
    public record Retried(boolean applied) {}

    @Inject
    private ParkedChangeSets parked;

    @GET
    @Operation(summary = "What waits, and why")
    public ParkedPage page(
            @QueryParam("first") @DefaultValue("0") @Min(0) int first,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        return new ParkedPage(parked.count(), parked.all(first, size));
    }

    @POST
    @Path("{revision}/retry")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Tries one again now")
    public Retried retry(@PathParam("revision") UUID revision) {
        return new Retried(parked.retry(revision));
    }
}
