package org.satchel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.digest.RangeDigest;
import org.satchel.digest.RecordFingerprints;
import org.satchel.digest.RecordRange;
import org.satchel.exchange.Desk;
import org.satchel.exchange.Greeting;
import org.satchel.exchange.ParkedNotices;
import org.satchel.rules.RecordName;
import org.satchel.site.Roles;
import org.satchel.transmission.Acknowledgement;
import org.satchel.transmission.OutgoingTransmission;
import org.satchel.transmission.Reconciliations;

/** What a child asks of its parent: the requests of docs/protocol.md. */
@Path("exchange")
@RequestScoped
@RolesAllowed(Roles.SITE)
@Tag(name = "Exchange", description = "Between sites; docs/protocol.md")
public class ExchangeResource {

    static final String STREAM = "application/vnd.satchel.transmission";
    private static final String POSITION = "Satchel-Position";
    private static final String CHAIN = "Satchel-Chain";

    @Inject
    private Desk desk;

    @Context
    private SecurityContext caller;

    @POST
    @Path("hello")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The child says who it is and learns from where to continue")
    public Greeting.Answer hello(@NotNull Greeting greeting) throws SQLException {
        return desk.greet(account(), greeting);
    }

    @POST
    @Path("transmissions")
    @Consumes(STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The child sends a transmission and learns what was done with it")
    public Acknowledgement receive(InputStream stream) throws IOException {
        return desk.receive(account(), stream);
    }

    @GET
    @Path("transmissions")
    @Produces(STREAM)
    @Operation(summary = "The next transmission for the child; 204 if there is none")
    public Response next(@QueryParam("after") @NotNull @Min(0) Long after, @QueryParam("chain") UUID chain)
            throws SQLException, IOException {
        var next = desk.next(account(), after, chain);
        if (next.isEmpty()) {
            var nothing = desk.nothingUpTo(account());
            return Response.noContent()
                    .header(POSITION, nothing.upTo())
                    .header(CHAIN, nothing.chain())
                    .build();
        }
        StreamingOutput output = out -> carry(next.get(), out);
        return Response.ok(output).build();
    }

    private void carry(OutgoingTransmission transmission, OutputStream out) throws IOException {
        try (transmission) {
            try (var in = transmission.spool().read()) {
                desk.carried(transmission, in.transferTo(out), null);
            } catch (IOException e) {
                desk.carried(transmission, 0, "the line broke");
                throw e;
            }
        }
    }

    @POST
    @Path("acknowledgements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The child says what it did with a transmission")
    public void acknowledge(@NotNull @Valid Acknowledgement acknowledgement) {
        desk.acknowledge(account(), acknowledgement);
    }

    @POST
    @Path("restatements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The child asks for records as the parent has them; they come with its next stream")
    public void restate(@NotNull List<RecordName> records) {
        desk.restate(account(), records);
    }

    @GET
    @Path("journal")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "UUIDs of the parent's revisions after a position, in order; empty at the end")
    public List<UUID> journal(@QueryParam("after") @NotNull @Min(0) Long after) throws SQLException {
        return desk.journal(account(), after);
    }

    @POST
    @Path("resumption")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The child has compared both journals and says where both go on")
    public Reconciliations.Resumed resume(@NotNull Reconciliations.Resumption from) {
        return desk.resume(account(), from);
    }

    @GET
    @Path("digests")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "What the parent holds of a type after a UUID, range by range; the last range of the type has no upTo")
    public List<RangeDigest> ranges(@QueryParam("type") @NotNull String type, @QueryParam("after") String after)
            throws SQLException {
        return desk.ranges(account(), type, after);
    }

    @GET
    @Path("fingerprints")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The first records of a range, one by one")
    public RecordFingerprints records(
            @QueryParam("type") @NotNull String type,
            @QueryParam("after") String after,
            @QueryParam("upTo") String upTo)
            throws SQLException {
        return desk.records(account(), new RecordRange(type, after, upTo));
    }

    @POST
    @Path("parked")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Each side says which of the other's change sets it could not apply")
    public ParkedNotices parked(@NotNull ParkedNotices there) {
        return desk.exchangeParked(account(), there);
    }

    @GET
    @Path("news")
    @Operation(summary = "Answers with 200 as soon as there is something for the child, with 204 after a while")
    public CompletionStage<Response> news(@QueryParam("after") @NotNull @Min(0) Long after) {
        return desk.news(account(), after)
                .thenApply(news -> Boolean.TRUE.equals(news)
                        ? Response.ok().build()
                        : Response.noContent().build());
    }

    private String account() {
        return caller.getUserPrincipal().getName();
    }
}
