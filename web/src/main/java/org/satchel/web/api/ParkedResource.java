package org.satchel.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.ingest.ParkedChange;
import org.satchel.ingest.ParkedChangeSet;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.rules.RecordName;
import org.satchel.site.Roles;

/** Change sets that could not be applied. */
@Path("parked")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER})
@Tag(name = "Parked")
public class ParkedResource {

    /** @param total how many wait in all */
    public record ParkedPage(long total, List<ParkedChangeSet> parked) {}

    /** @param applied false if it still waits; its reason then says why */
    public record Retried(boolean applied) {}

    /** @param changes what it would do to which records */
    public record ParkedView(ParkedChangeSet parked, List<ParkedChange> changes) {}

    /** @param reason why, for whoever asks later */
    public record Skip(@NotBlank @Size(max = LONGEST_REASON) String reason) {}

    /**
     * @param type with uuid, a record that the change set adds or modifies
     * @param field one of its fields
     * @param value null, a text, a number, true or false
     * @param reason why, for whoever asks later
     */
    public record Replacement(
            String type,
            String uuid,
            String field,
            @Schema(implementation = Object.class) JsonNode value,
            String reason) {}

    private static final int LONGEST_REASON = 1_000;

    @Inject
    private ParkedChangeSets parked;

    @GET
    @Operation(summary = "What waits, and why")
    public ParkedPage page(
            @QueryParam("first") @DefaultValue("0") @Min(0) int first,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        return new ParkedPage(parked.count(), parked.all(first, size));
    }

    @GET
    @Path("{revision}")
    @Operation(summary = "One that waits: what it needs, and what it would change; no values")
    public ParkedView one(@PathParam("revision") UUID revision) {
        return parked.find(revision)
                .map(found -> new ParkedView(found, parked.changes(revision)))
                .orElseThrow(() -> notParked(revision));
    }

    @POST
    @Path("{revision}/retry")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Tries one again now")
    public Retried retry(@PathParam("revision") UUID revision) {
        return new Retried(parked.retry(revision));
    }

    @POST
    @Path("{revision}/skip")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "Gives one up: it is never applied here",
            description = "Its sender is told this site's own values of its records, so that both agree.")
    public void skip(@PathParam("revision") UUID revision, @NotNull @Valid Skip body) {
        if (!parked.skip(revision, body.reason())) {
            throw notParked(revision);
        }
    }

    @POST
    @Path("{revision}/replace")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "Gives a field of one another value, and tries it again",
            description = "A child that sent it is told the record as it then stands here, so that both agree.")
    public Retried replace(
            @PathParam("revision") UUID revision,
            @RequestBody(content = @Content(schema = @Schema(implementation = Replacement.class))) InputStream body)
            throws IOException {
        var given = RecordJson.object(body);
        var record = new RecordName(text(given, "type"), text(given, "uuid"));
        var field = text(given, "field");
        var value = wireValue(given.path("value"));
        var reason = text(given, "reason");
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new BadRequestException("Member reason says why, in at most " + LONGEST_REASON + " characters.");
        }
        if (parked.find(revision).isEmpty()) {
            throw notParked(revision);
        }
        return new Retried(parked.replace(revision, record, field, value, reason));
    }

    private static String text(JsonNode given, String member) {
        if (!given.path(member).isTextual()) {
            throw new BadRequestException("Member " + member + " is a text.");
        }
        return given.path(member).textValue();
    }

    /** As {@link org.satchel.change.Change} has it. */
    private static Object wireValue(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> null;
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            case NUMBER ->
                value.isIntegralNumber() && value.canConvertToLong()
                        ? (Object) value.longValue()
                        : value.decimalValue();
            default -> throw new BadRequestException("Member value is null, a text, a number, true or false.");
        };
    }

    private static NotFoundException notParked(UUID revision) {
        return new NotFoundException(
                "No change set " + revision + " is parked here; it may have been applied meanwhile.");
    }
}
