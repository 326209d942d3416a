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
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.exchange.Exchanges;
import org.satchel.site.ChildCredentials;
import org.satchel.site.Links;
import org.satchel.site.Roles;

/** The relationships with this site's neighbours. */
@Path("links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Links")
public class LinksResource {

    /** @param name for people */
    public record NewChild(@NotBlank @Size(max = 100) String name) {}

    /** @param address base URL of the parent's REST interface, such as {@code https://kigali.example/satchel/api} */
    public record NewParent(
            @NotBlank @Size(max = 100) String name,
            @NotNull URI address,
            @NotBlank @Size(max = 100) String account,
            @NotBlank @Size(max = 500) String secret) {

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "NewParent[name=" + name + ", address=" + address + ", account=" + account + "]";
        }
    }

    /** @param interval least time between automatic exchanges, in ISO 8601; {@code PT0S} is at once */
    public record LinkSettings(@NotNull Duration interval, @NotNull Boolean enabled) {}

    @Inject
    private Links links;

    @Inject
    private Exchanges exchanges;

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER})
    @Operation(summary = "All links")
    public List<LinkView> all() {
        return links.all().stream().map(LinkView::of).toList();
    }

    @GET
    @Path("{id: \\d+}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER})
    @Operation(summary = "One link")
    public LinkView one(@PathParam("id") long id) {
        return links.byId(id).map(LinkView::of).orElseThrow(() -> noLink(id));
    }

    @POST
    @Path("children")
    @Operation(summary = "Adds a child; the answer holds its secret, which is shown this once")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ChildCredentials.class)))
    public Response addChild(@NotNull @Valid NewChild body, @Context UriInfo here) {
        var credentials = links.addChild(body.name());
        return Response.created(location(here, credentials.id()))
                .entity(credentials)
                .build();
    }

    @POST
    @Path("parent")
    @Operation(summary = "Makes this site a child of the given one")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LinkView.class)))
    public Response setParent(@NotNull @Valid NewParent body, @Context UriInfo here) {
        var link = links.setParent(body.name(), body.address(), body.account(), body.secret());
        return Response.created(location(here, link.id()))
                .entity(LinkView.of(link))
                .build();
    }

    @PUT
    @Path("parent")
    @Operation(summary = "Moves this site to another parent; what the old one has not yet, goes to the new one")
    public LinkView moveToParent(@NotNull @Valid NewParent body) {
        return LinkView.of(links.moveToParent(body.name(), body.address(), body.account(), body.secret()));
    }

    @POST
    @Path("{id: \\d+}/release")
    @Operation(
            summary =
                    "Lets a child go that has moved to another parent: it is refused here, and its sites may be announced by others")
    public LinkView release(@PathParam("id") long id) {
        var released = links.release(id).map(LinkView::of).orElseThrow(() -> noLink(id));
        exchanges.announce();
        return released;
    }

    @POST
    @Path("{id: \\d+}/bind-anew")
    @Operation(
            summary =
                    "Takes whatever database greets next as the neighbour, after the one that claimed to be it is gone for good")
    public LinkView bindAnew(@PathParam("id") long id) {
        return links.bindAnew(id).map(LinkView::of).orElseThrow(() -> noLink(id));
    }

    @PUT
    @Path("{id: \\d+}")
    @Operation(summary = "Changes when a link exchanges")
    public LinkView settings(@PathParam("id") long id, @NotNull @Valid LinkSettings body) {
        return links.settings(id, body.interval(), body.enabled())
                .map(LinkView::of)
                .orElseThrow(() -> noLink(id));
    }

    private static URI location(UriInfo here, long id) {
        return here.getBaseUriBuilder()
                .path(LinksResource.class)
                .path(Long.toString(id))
                .build();
    }

    private static NotFoundException noLink(long id) {
        return new NotFoundException("This site has no link " + id + ".");
    }
}
