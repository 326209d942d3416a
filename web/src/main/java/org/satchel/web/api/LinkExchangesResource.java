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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.exchange.Exchanges;
import org.satchel.exchange.LinkStatus;
import org.satchel.site.Roles;
import org.satchel.transmission.Transmission;
import org.satchel.transmission.Transmissions;

/** How the exchanges with neighbours go. */
@Path("links")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER})
@Tag(name = "Links")
public class LinkExchangesResource {

    @Inject
    private Exchanges exchanges;

    @Inject
    private Transmissions transmissions;

    @GET
    @Path("status")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER, Roles.MONITOR})
    @Operation(summary = "State, backlog and last exchange of every link")
    public List<LinkStatus> statuses() {
        return exchanges.statuses();
    }

    @POST
    @Path("{id}/exchange")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Exchange with the parent now, whatever the interval and the back-off say")
    @APIResponse(responseCode = "202", description = "It begins; the link's status tells how it goes")
    public Response exchangeNow(@PathParam("id") long id) {
        exchanges.exchangeNow(id);
        return Response.accepted().build();
    }

    @POST
    @Path("{id}/compare")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary =
                    "Exchange with the parent now, compare the records of both, and take the parent's where they differ")
    @APIResponse(responseCode = "202", description = "It begins; the log tells what differed")
    public Response compare(@PathParam("id") long id) {
        exchanges.compare(id);
        return Response.accepted().build();
    }

    @GET
    @Path("{id}/transmissions")
    @Operation(summary = "The link's transmissions with their state and attempts, the newest first")
    public List<Transmission> transmissions(
            @PathParam("id") long id,
            @QueryParam("first") @DefaultValue("0") @Min(0) int first,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        return transmissions.page(id, first, size);
    }
}
