package org.satchel.web.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.satchel.journal.History;
import org.satchel.journal.HistoryQuery;
import org.satchel.transmission.RevisionStates;

/** The list of revisions, a page at a time. Page and filters are parameters of the URL; what makes no sense there counts as absent. */
@Named("history")
@RequestScoped
public class HistoryPage {

    private static final int SIZE = 50;

    @EJB
    private History history;

    @EJB
    private RevisionStates revisionStates;

    @Inject
    private SiteNames sites;

    private String author;
    private String type;
    private String origin;
    private String page;
    private Long count;
    private List<HistoryRow> rows;

    public List<HistoryRow> getRows() {
        if (rows == null) {
            var page = history.page(query());
            var states = revisionStates.of(page);
            rows = page.stream()
                    .map(revision -> HistoryRow.of(revision, sites.neighbours(), states.get(revision.revision())))
                    .toList();
        }
        return rows;
    }

    public long getCount() {
        if (count == null) {
            count = history.count(query());
        }
        return count;
    }

    public boolean isFiltered() {
        return author != null || type != null || origin != null;
    }

    public int getNumber() {
        return Paging.number(page, SIZE);
    }

    public long getFirst() {
        return (getNumber() - 1L) * SIZE + 1;
    }

    public long getLast() {
        return getFirst() + getRows().size() - 1;
    }

    public boolean isMore() {
        return getLast() < getCount();
    }

    private HistoryQuery query() {
        return new HistoryQuery(author, type, Identifiers.parse(origin).orElse(null), Paging.range(getNumber(), SIZE));
    }

    public String getAuthor() {
        return author;
    }

    public void setAuthor(String author) {
        this.author = author;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getOrigin() {
        return origin;
    }

    public void setOrigin(String origin) {
        this.origin = origin;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }
}
