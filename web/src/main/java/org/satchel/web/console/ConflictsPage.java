package org.satchel.web.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.satchel.conflicts.ConflictEntry;
import org.satchel.conflicts.ConflictPage;
import org.satchel.conflicts.ConflictQuery;
import org.satchel.conflicts.ConflictState;
import org.satchel.conflicts.Conflicts;
import org.satchel.conflicts.RecordConflict;

/** The list of conflicts, those of one record as one, without values. Page and filters are parameters of the URL. */
@Named("conflicts")
@RequestScoped
public class ConflictsPage {

    private static final int SIZE = 50;

    @EJB
    private Conflicts conflicts;

    private String state;
    private String type;
    private String uuid;
    private String page;
    private ConflictPage<RecordConflict> found;

    public List<RecordConflict> getRows() {
        return found().conflicts();
    }

    public Paging getPaging() {
        return new Paging(number(), SIZE, getRows().size(), found().total());
    }

    public boolean isFiltered() {
        return state != null || type != null || uuid != null;
    }

    public List<ConflictState> getStates() {
        return List.of(ConflictState.values());
    }

    /** Names of the fields that differ, as one line; null if it is about the record as a whole. */
    public String fields(RecordConflict conflict) {
        var names = conflict.entries().stream()
                .map(ConflictEntry::slot)
                .filter(slot -> slot != null)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private ConflictPage<RecordConflict> found() {
        if (found == null) {
            var wanted = Arrays.stream(ConflictState.values())
                    .filter(one -> one.name().equals(state))
                    .findFirst()
                    .orElse(null);
            found = conflicts.byRecord(new ConflictQuery(wanted, type, uuid, Paging.range(number(), SIZE)));
        }
        return found;
    }

    private int number() {
        return Paging.number(page, SIZE);
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getUuid() {
        return uuid;
    }

    public void setUuid(String uuid) {
        this.uuid = uuid;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }
}
