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
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.journal.History;
import org.satchel.journal.HistoryQuery;
import org.satchel.journal.RevisionDetail;
import org.satchel.journal.RevisionSummary;
import org.satchel.rules.RevisionState;
import org.satchel.site.Links;
import org.satchel.site.PageRange;
import org.satchel.site.Roles;
import org.satchel.transmission.RevisionStates;

/** The history of this site's revisions, newest first. */
@Path("history")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.VIEWER, Roles.ADMINISTRATOR})
@Tag(name = "History")
public class HistoryResource {

    @EJB
    private History history;

    @EJB
    private RevisionStates revisionStates;

    @EJB
    private Links links;

    @GET
    @Operation(summary = "One page of the history, newest first, and how many revisions pass the filters")
    public HistoryPage page(
            @QueryParam("author") String author,
            @QueryParam("type") String type,
            @QueryParam("origin") UUID origin,
            @QueryParam("first") @DefaultValue("0") @Min(0) int first,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(PageRange.MOST) int size) {
        var query = new HistoryQuery(author, type, origin, new PageRange(first, size));
        return new HistoryPage(history.count(query), history.page(query));
    }

    @GET
    @Path("{revision}")
    @Operation(summary = "One revision: which records it changed, and which of their fields; no values")
    public RevisionView revision(@PathParam("revision") UUID revision) {
        return history.find(revision)
                .map(detail -> RevisionView.of(detail, states(detail)))
                .orElseThrow(() -> new NotFoundException("This site has no revision " + revision + "."));
    }

    private Map<String, RevisionState> states(RevisionDetail detail) {
        var byLink = revisionStates
                .of(List.of(detail.summary()))
                .get(detail.summary().revision());
        var states = new TreeMap<String, RevisionState>();
        links.all().forEach(link -> states.put(link.name(), byLink.get(link.id())));
        return states;
    }

    /** A page of the history: {@code total} revisions pass the filters, these are some of them. */
    public record HistoryPage(long total, List<RevisionSummary> revisions) {}

    /**
     * A revision and what it touched: the names of fields and collections, never their values.
     *
     * @param states how it stands toward each neighbour, by the neighbour's name
     */
    public record RevisionView(RevisionSummary summary, Map<String, RevisionState> states, List<ChangeView> changes) {

        static RevisionView of(RevisionDetail detail, Map<String, RevisionState> states) {
            return new RevisionView(
                    detail.summary(),
                    states,
                    detail.changes().stream().map(ChangeView::of).toList());
        }
    }
}
