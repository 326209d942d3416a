package org.satchel.web.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.satchel.change.Change;
import org.satchel.conflicts.Conflicts;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.journal.History;
import org.satchel.journal.RevisionDetail;
import org.satchel.journal.RevisionSummary;
import org.satchel.rules.RevisionState;
import org.satchel.site.Link;
import org.satchel.transmission.RevisionStates;

/** One revision: what it touched and where it has been. Shows names of fields, never what they hold. */
@Named("revision")
@RequestScoped
public class RevisionPage {

    @Inject
    private FacesContext faces;

    @EJB
    private History history;

    @EJB
    private ParkedChangeSets parked;

    @EJB
    private Conflicts conflicts;

    @EJB
    private RevisionStates revisionStates;

    @Inject
    private SiteNames sites;

    private String id;
    private RevisionDetail detail;
    private Set<String> contested;
    private Map<Long, RevisionState> states;

    /** Reads the revision that the URL names; the page answers 404 if this site has not got it. */
    public void load() {
        detail = Identifiers.parse(id).flatMap(history::find).orElse(null);
        if (detail == null) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Whether this site has not got it because it waits to be applied. */
    public boolean isParked() {
        return detail == null && Identifiers.parse(id).flatMap(parked::find).isPresent();
    }

    /** Whether there are conflicts in the record that the change is of. */
    public boolean isContested(Change change) {
        if (contested == null) {
            contested = conflicts.among(
                    getChanges().stream().map(Change::uuid).distinct().toList());
        }
        return contested.contains(change.uuid());
    }

    public RevisionSummary getSummary() {
        return detail == null ? null : detail.summary();
    }

    public List<Change> getChanges() {
        return detail == null ? List.of() : detail.changes();
    }

    public List<Link> getNeighbours() {
        return sites.neighbours();
    }

    /** How the revision stands toward a neighbour. */
    public RevisionState state(Link link) {
        if (states == null) {
            states = revisionStates
                    .of(List.of(detail.summary()))
                    .get(detail.summary().revision());
        }
        return states.get(link.id());
    }

    /** Names of the fields and collections that a change touched. */
    public String fields(Change change) {
        return Stream.concat(change.fields().keySet().stream(), change.elements().keySet().stream())
                .distinct()
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .orElse("–");
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
