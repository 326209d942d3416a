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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.satchel.ingest.ParkedChangeSet;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.ingest.ParkedValue;
import org.satchel.ingest.ReplacementRefused;
import org.satchel.records.RecordRefused;
import org.satchel.records.Records;
import org.satchel.rules.RecordName;

/**
 * What a parked change set gives to one record, and another value for one of its fields. What is refused is said on the page, and what was
 * typed stays.
 */
@Named("replacement")
@RequestScoped
public class ReplacementPage {

    private static final int LONG = 60;

    @Inject
    private FacesContext faces;

    @EJB
    private ParkedChangeSets parked;

    @EJB
    private Records records;

    @Inject
    @RequestParameterMap
    private Map<String, String> parameters;

    private Optional<ParkedChangeSet> found;
    private List<ParkedValue> values;
    private Set<String> hidden;
    private ReplacementRefused refusal;
    private boolean reasonMissing;

    /** The page answers 404 if no such change set waits here, or it gives the record no value. */
    public void load() {
        if (getValues().isEmpty()) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public ParkedChangeSet getParked() {
        return found().orElse(null);
    }

    public List<ParkedValue> getValues() {
        if (values == null) {
            values = found().isPresent() && getType() != null && getUuid() != null
                    ? parked.values(found().get().revision(), record())
                    : List.of();
        }
        return values;
    }

    public List<ParkedValue> getSent() {
        return getValues().stream().filter(ParkedValue::sent).toList();
    }

    /** The fields to which the change set gives nothing. */
    public List<ParkedValue> getNotSent() {
        return getValues().stream().filter(value -> !value.sent()).toList();
    }

    /** The field that the reader has chosen; null if none. */
    public ParkedValue getChosen() {
        return getValues().stream()
                .filter(value -> value.field().equals(parameters.get("field")))
                .findFirst()
                .orElse(null);
    }

    /** Whether what the field holds is never shown, such as a password's hash. */
    public boolean isHidden(ParkedValue value) {
        if (hidden == null) {
            hidden = hidden();
        }
        return hidden.contains(value.field());
    }

    /** What stands in the form: what the reader typed, at first what was sent. */
    public String getTyped() {
        var typed = parameters.get("value");
        return typed != null || isHidden(getChosen())
                ? Objects.requireNonNullElse(typed, "")
                : getChosen().text();
    }

    /** Whether one line is too short for it. */
    public boolean isLong() {
        return getTyped().length() > LONG || getTyped().contains("\n");
    }

    /** Replaces the value and tries the change set again; goes to the list if it is applied now, else shows it with the new reason. */
    public String replace() {
        var reason = getReason().strip();
        reasonMissing = reason.isEmpty();
        if (reasonMissing || getChosen() == null) {
            return null;
        }
        try {
            var value = getChosen().read(getTyped());
            return parked.replace(
                            found().get().revision(), record(), getChosen().field(), value, reason)
                    ? "/console/parked?faces-redirect=true&told=applied"
                    : "/console/changeset?faces-redirect=true&told=replaced&id="
                            + found().get().revision();
        } catch (ReplacementRefused refused) {
            refusal = refused;
            return null;
        }
    }

    public ReplacementRefused getRefusal() {
        return refusal;
    }

    public boolean isReasonMissing() {
        return reasonMissing;
    }

    public String getReason() {
        return parameters.getOrDefault("reason", "");
    }

    public String getId() {
        return parameters.get("id");
    }

    public String getType() {
        return parameters.get("type");
    }

    public String getUuid() {
        return parameters.get("uuid");
    }

    private RecordName record() {
        return new RecordName(getType(), getUuid());
    }

    private Set<String> hidden() {
        try {
            return records.hidden(getType());
        } catch (RecordRefused unknownType) {
            return Set.of();
        }
    }

    private Optional<ParkedChangeSet> found() {
        if (found == null) {
            found = Identifiers.parse(getId()).flatMap(parked::find);
        }
        return found;
    }
}
