package org.satchel.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.records.RecordId;
import org.satchel.records.RecordPage;
import org.satchel.records.Records;
import org.satchel.site.Roles;

/** Records of every synchronised type. */
@Path("records")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
@Tag(
        name = "Records",
        description =
                "Any synchronised record: @type, uuid and its properties; references as UUIDs, parts of an embeddable as owner.part,"
                        + " dates in ISO 8601, bytes in Base64")
public class RecordsResource {

    static final int MAX_SIZE = 500;
    private static final int MAX_PAGE = 1_000_000;

    /** @param created how many; @param records their names, in the order of the batch */
    public record Created(int created, List<RecordId> records) {}

    @Inject
    private Records records;

    @POST
    @Operation(
            summary =
                    "Creates records of any types in one transaction; each names its @type and may refer to those before it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Created.class)))
    public Response createAll(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
                    InputStream body)
            throws IOException {
        var names = records.create(RecordJson.array(body));
        return Response.status(Response.Status.CREATED)
                .entity(new Created(names.size(), names))
                .build();
    }

    @POST
    @Path("{type}")
    @Operation(summary = "Creates a record")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response create(
            @PathParam("type") String type,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) InputStream body,
            @Context UriInfo here)
            throws IOException {
        var made = records.create(type, RecordJson.object(body));
        var location = here.getBaseUriBuilder()
                .path(RecordsResource.class)
                .path("{type}/{uuid}")
                .build(type, made.path("uuid").textValue());
        return Response.created(location).entity(made).build();
    }

    @GET
    @Path("{type}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK, Roles.VIEWER})
    @Operation(
            summary = "Records of a type whose properties equal all query parameters but page and size",
            description = "A reference is searched by its record's UUID, a collection by a value that it contains.")
    public RecordPage search(
            @PathParam("type") String type,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(MAX_PAGE) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(MAX_SIZE) int size,
            @Context UriInfo here) {
        return records.search(type, criteria(here.getQueryParameters()), page, size);
    }

    @GET
    @Path("{type}/{uuid}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK, Roles.VIEWER})
    @Operation(summary = "One record")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public ObjectNode find(@PathParam("type") String type, @PathParam("uuid") String uuid) {
        return records.find(type, uuid);
    }

    @PUT
    @Path("{type}/{uuid}")
    @Operation(summary = "Changes the members given; null clears one")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public ObjectNode change(
            @PathParam("type") String type,
            @PathParam("uuid") String uuid,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) InputStream body)
            throws IOException {
        return records.change(type, uuid, RecordJson.object(body));
    }

    @DELETE
    @Path("{type}/{uuid}")
    @Operation(summary = "Deletes a record for good, at every site that has it")
    @APIResponse(responseCode = "204")
    public void delete(@PathParam("type") String type, @PathParam("uuid") String uuid) {
        records.delete(type, uuid);
    }

    private static Map<String, String> criteria(MultivaluedMap<String, String> parameters) {
        var criteria = new TreeMap<String, String>();
        parameters.forEach((name, values) -> {
            if (!name.equals("page") && !name.equals("size")) {
                criteria.put(name, single(name, values));
            }
        });
        return criteria;
    }

    private static String single(String name, List<String> values) {
        if (values.size() > 1) {
            throw new BadRequestException("Parameter " + name + " is there more than once; give it one value.");
        }
        return values.get(0);
    }
}
