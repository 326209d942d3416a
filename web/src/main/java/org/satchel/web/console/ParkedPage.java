package org.satchel.web.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.satchel.ingest.ParkedChangeSet;
import org.satchel.ingest.ParkedChangeSets;

/** The list of what waits to be applied. The page, and what the reader has just done, are parameters of the URL. */
@Named("parked")
@RequestScoped
public class ParkedPage {

    private static final int SIZE = 50;
    private static final List<String> TOLD = List.of("applied", "skipped");

    @EJB
    private ParkedChangeSets parked;

    private String page;
    private String told;
    private List<ParkedChangeSet> rows;
    private Paging paging;

    public List<ParkedChangeSet> getRows() {
        if (rows == null) {
            rows = parked.all(Paging.offset(number(), SIZE), SIZE);
        }
        return rows;
    }

    public Paging getPaging() {
        if (paging == null) {
            paging = new Paging(number(), SIZE, getRows().size(), parked.count());
        }
        return paging;
    }

    private int number() {
        return Paging.number(page, SIZE);
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }

    /** What the reader has just done: the end of a key in the messages, or null. */
    public String getTold() {
        return told != null && TOLD.contains(told) ? told : null;
    }

    public void setTold(String told) {
        this.told = told;
    }
}
