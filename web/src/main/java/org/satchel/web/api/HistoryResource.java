package org.satchel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.journal.History;
import org.satchel.journal.HistoryQuery;
import org.satchel.journal.RevisionDetail;
import org.satchel.journal.RevisionSummary;
import org.satchel.site.Roles;

/** The history of this site's revisions, newest first. */
@Path("history")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.VIEWER, Roles.ADMINISTRATOR})
@Tag(name = "History")
public class HistoryResource {

    @EJB
    private History history;

    @GET
    @Operation(summary = "One page of the history, newest first, and how many revisions pass the filters")
    public HistoryPage page(
            @QueryParam("author") String author,
            @QueryParam("type") String type,
            @QueryParam("origin") UUID origin,
            @QueryParam("first") @DefaultValue("0") @Min(0) int first,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(HistoryQuery.MOST) int size) {
        var query = new HistoryQuery(author, type, origin, first, size);
        return new HistoryPage(history.count(query), history.page(query));
    }

    @GET
    @Path("{revision}")
    @Operation(summary = "One revision: which records it changed, and which of their fields; no values")
    public RevisionView revision(@PathParam("revision") UUID revision) {
        return history.find(revision)
                .map(RevisionView::of)
                .orElseThrow(() -> new NotFoundException("This site has no revision " + revision + "."));
    }

    /** A page of the history: {@code total} revisions pass the filters, these are some of them. */
    public record HistoryPage(long total, List<RevisionSummary> revisions) {}

    /** A revision and what it touched: the names of fields and collections, never their values. */
    public record RevisionView(RevisionSummary summary, List<ChangeView> changes) {

        static RevisionView of(RevisionDetail detail) {
            return new RevisionView(
                    detail.summary(),
                    detail.changes().stream().map(ChangeView::of).toList());
        }
    }
}
