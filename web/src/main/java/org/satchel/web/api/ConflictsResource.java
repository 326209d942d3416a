package org.satchel.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.conflicts.ConflictEntry;
import org.satchel.conflicts.ConflictQuery;
import org.satchel.conflicts.ConflictState;
import org.satchel.conflicts.Conflicts;
import org.satchel.site.PageRange;
import org.satchel.site.Roles;

/** The values that did not stand. Where and whose is for all who see the site's state; the values are for who writes records. */
@Path("conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK, Roles.VIEWER})
@Tag(name = "Conflicts")
public class ConflictsResource {

    private static final int LONGEST_REASON = 1_000;

    /** @param counts how many there are of each state, whatever the filters; @param total how many pass the filters */
    public record ConflictList(Map<ConflictState, Long> counts, long total, List<ConflictEntry> conflicts) {}

    /** @param reason for whoever asks later; may be left out */
    public record Why(@Size(max = LONGEST_REASON) String reason) {}

    /** @param value as it stands in a record's JSON; for an element of a set true or false */
    public record Chosen(@Schema(implementation = Object.class) JsonNode value, String reason) {}

    @Inject
    private Conflicts conflicts;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "Conflicts, the newest first, without values")
    public ConflictList page(
            @QueryParam("state") @Schema(implementation = ConflictState.class) String state,
            @QueryParam("type") String type,
            @QueryParam("uuid") String uuid,
            @QueryParam("first") @DefaultValue("0") @Min(0) int first,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(PageRange.MOST) int size) {
        var wanted = state == null ? null : Choices.of(ConflictState.class, "state", state);
        var page = conflicts.page(new ConflictQuery(wanted, type, uuid, new PageRange(first, size)));
        return new ConflictList(conflicts.counts(), page.total(), page.conflicts());
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Operation(summary = "One conflict; its values for who writes records")
    public ConflictView one(@PathParam("id") long id) {
        var conflict =
                conflicts.find(id).orElseThrow(() -> new NotFoundException("This site has no conflict " + id + "."));
        return new ConflictView(conflict, seesValues() ? values(id) : null);
    }

    @POST
    @Path("{id: \\d{1,18}}/put-back")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
    @Operation(summary = "Gives the record the losing value; where a deletion lost, deletes the record")
    public ConflictView putBack(@PathParam("id") long id, @NotNull @Valid Why body) {
        conflicts.putBack(List.of(id), body.reason());
        return one(id);
    }

    @POST
    @Path("{id: \\d{1,18}}/decide")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
    @Operation(summary = "Gives the record another value")
    public ConflictView decide(
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Chosen.class))) InputStream body)
            throws IOException {
        // Read by hand, to take a number to its last digit and to tell null from nothing.
        var result = RecordJson.object(body);
        if (!result.has("value")) {
            throw new BadRequestException("Member value is missing; null clears the field.");
        }
        conflicts.decide(Map.of(id, result.get("value")), reason(result.path("reason")));
        return one(id);
    }

    @POST
    @Path("{id: \\d{1,18}}/dismiss")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
    @Operation(summary = "Lets stand what stands")
    public ConflictView dismiss(@PathParam("id") long id, @NotNull @Valid Why body) {
        conflicts.dismiss(List.of(id), body.reason());
        return one(id);
    }

    private static String reason(JsonNode given) {
        var reason = given.isMissingNode() || given.isNull() ? null : given.textValue();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new BadRequestException("A reason has at most " + LONGEST_REASON + " characters.");
        }
        return reason;
    }

    private ConflictView.Values values(long id) {
        return conflicts.values(id).map(ConflictView.Values::of).orElse(null);
    }

    private boolean seesValues() {
        return caller.isUserInRole(Roles.ADMINISTRATOR) || caller.isUserInRole(Roles.CLERK);
    }
}
