package org.satchel.web.console;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.satchel.conflicts.ConflictEntry;
import org.satchel.conflicts.ConflictRefused;
import org.satchel.conflicts.Conflicts;
import org.satchel.conflicts.RecordConflict;
import org.satchel.records.RecordRefused;

/**
 * One conflict side by side: only the fields in which the two revisions differ, with a result that a person can edit. What is refused is said
 * on the page, and what was typed stays.
 */
@Named("conflict")
@RequestScoped
public class ConflictCasePage {

    private static final List<String> TOLD = List.of("saved", "putBack", "kept");

    @Inject
    private FacesContext faces;

    @Inject
    private Attention attention;

    @EJB
    private Conflicts conflicts;

    @Inject
    @RequestParameterMap
    private Map<String, String> parameters;

    private Optional<RecordConflict> found;
    private List<ConflictRow> rows;
    private String refusal;
    private String hint;
    private boolean stale;

    /** The page answers 404 if there is no such conflict. */
    public void load() {
        if (found().isEmpty()) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public RecordConflict getFound() {
        return found().orElse(null);
    }

    public List<ConflictRow> getRows() {
        if (rows == null) {
            rows = found().stream()
                    .flatMap(one -> one.entries().stream())
                    .map(this::row)
                    .toList();
        }
        return rows;
    }

    /** Whether the reader can decide something. */
    public boolean isDecidable() {
        return attention.isValues()
                && found().filter(RecordConflict::isUndecided).isPresent();
    }

    public boolean isEditable() {
        return isDecidable() && getRows().stream().anyMatch(ConflictRow::isEditable);
    }

    /** Whether the losing side can be put back at all: a record that is gone takes no value. */
    public boolean isRecordHere() {
        return getRows().stream()
                .allMatch(row -> row.values() == null || row.values().isRecordHere());
    }

    /** Whether it is about the record as a whole, that is, a deletion that gave way. */
    public boolean isOfRecord() {
        return found().filter(one -> one.first().slot() == null).isPresent();
    }

    /** Gives the record what the reader typed; a result that was left as it was is let stand. */
    public String save() {
        stale = getRows().stream().filter(ConflictRow::isEditable).anyMatch(this::isStale);
        return stale ? null : attempt("saved", () -> conflicts.decide(typed(), reason()));
    }

    public String putBack() {
        return attempt("putBack", () -> conflicts.putBack(undecided(), reason()));
    }

    public String keep() {
        return attempt("kept", () -> conflicts.dismiss(undecided(), reason()));
    }

    private String attempt(String told, Runnable decision) {
        try {
            decision.run();
            return "/console/conflict?faces-redirect=true&id=" + id() + "&told=" + told;
        } catch (ConflictRefused refused) {
            refuse(refused.getMessage(), refused.hint());
        } catch (RecordRefused refused) {
            refuse(refused.getMessage(), refused.hint());
        }
        return null;
    }

    private void refuse(String message, String whatToDo) {
        refusal = message;
        hint = whatToDo;
        found = null;
        rows = null;
    }

    private Map<Long, JsonNode> typed() {
        var values = new LinkedHashMap<Long, JsonNode>();
        getRows().stream()
                .filter(row -> row.isEditable() && row.typed() != null)
                .forEach(row -> values.put(
                        row.entry().id(), row.values().parse(row.entry().slot(), row.typed())));
        return values;
    }

    private List<Long> undecided() {
        return found().stream()
                .flatMap(one -> one.entries().stream())
                .filter(entry -> entry.state().isUndecided())
                .map(ConflictEntry::id)
                .toList();
    }

    /** Whether the record has changed since the reader saw it. */
    private boolean isStale(ConflictRow row) {
        var seen = parameters.get("was-" + row.entry().id());
        return seen != null && !lines(seen).equals(lines(row.current()));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private ConflictRow row(ConflictEntry entry) {
        var values = attention.isValues() ? conflicts.values(entry.id()).orElse(null) : null;
        return new ConflictRow(entry, values, parameters.get("result-" + entry.id()));
    }

    private Optional<RecordConflict> found() {
        if (found == null) {
            found = id() == null ? Optional.empty() : conflicts.findByRecord(id());
        }
        return found;
    }

    private Long id() {
        var id = parameters.get("id");
        return id != null && id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
    }

    private String reason() {
        return parameters.get("reason");
    }

    public String getId() {
        return parameters.get("id");
    }

    public String getTold() {
        var told = parameters.get("told");
        return told != null && TOLD.contains(told) ? told : null;
    }

    public String getRefusal() {
        return refusal;
    }

    public String getHint() {
        return hint;
    }

    public boolean isStale() {
        return stale;
    }

    public String getReason() {
        return reason();
    }
}
