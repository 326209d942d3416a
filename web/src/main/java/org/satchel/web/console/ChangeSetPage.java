package org.satchel.web.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.satchel.ingest.ParkedChange;
import org.satchel.ingest.ParkedChangeSet;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.ingest.SkipRefused;

/** One change set that waits: why, what it would do, and the ways out. Shows names of fields, never what they hold. */
@Named("changeSet")
@RequestScoped
public class ChangeSetPage {

    private static final List<String> TOLD = List.of("still", "replaced");
    private static final String LIST = "/console/parked?faces-redirect=true&told=";

    @Inject
    private FacesContext faces;

    @EJB
    private ParkedChangeSets parked;

    @Inject
    @RequestParameterMap
    private Map<String, String> parameters;

    private Optional<ParkedChangeSet> found;
    private List<ParkedChange> changes;
    private boolean reasonMissing;
    private boolean anotherFirst;

    /** The page answers 404 if the change set does not wait here. */
    public void load() {
        if (found().isEmpty()) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public ParkedChangeSet getParked() {
        return found().orElse(null);
    }

    public List<ParkedChange> getChanges() {
        if (changes == null) {
            changes = found().map(one -> parked.changes(one.revision())).orElse(List.of());
        }
        return changes;
    }

    /** Tries it again; goes back to the list if it is applied now, else shows it with the new reason. */
    public String retry() {
        var revision = revision();
        if (revision.isPresent() && !parked.retry(revision.get())) {
            return "/console/changeset?faces-redirect=true&told=still&id=" + revision.get();
        }
        return LIST + "applied";
    }

    /** Gives it up, if the reader said why. */
    public String skip() {
        var reason = parameters.getOrDefault("reason", "").strip();
        reasonMissing = reason.isEmpty();
        if (reasonMissing) {
            return null;
        }
        try {
            revision().ifPresent(revision -> parked.skip(revision, reason));
            return LIST + "skipped";
        } catch (SkipRefused refused) {
            anotherFirst = true;
            return null;
        }
    }

    /** Whether one that it waits for must be decided first. */
    public boolean isAnotherFirst() {
        return anotherFirst;
    }

    public boolean isReasonMissing() {
        return reasonMissing;
    }

    /** What the reader has just done in vain: the end of a key in the messages, or null. */
    public String getTold() {
        var told = parameters.get("told");
        return told != null && TOLD.contains(told) ? told : null;
    }

    public String getId() {
        return parameters.get("id");
    }

    private Optional<ParkedChangeSet> found() {
        if (found == null) {
            found = revision().flatMap(parked::find);
        }
        return found;
    }

    private Optional<UUID> revision() {
        return Identifiers.parse(getId());
    }
}
