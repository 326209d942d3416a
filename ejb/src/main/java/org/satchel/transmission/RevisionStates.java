package org.satchel.transmission;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.satchel.journal.RevisionSummary;
import org.satchel.rules.ParkedNotice;
import org.satchel.rules.RevisionState;
import org.satchel.rules.RevisionState.Progress;
import org.satchel.rules.Touch;
import org.satchel.site.Database;
import org.satchel.site.Link;
import org.satchel.site.Links;

/** How revisions stand toward this site's neighbours. Three queries for a page of any size; joins the caller's transaction. */
@Stateless
@PermitAll
public class RevisionStates {

    /** The last open transmission of each link, with whether its last attempt is under way or was carried without a failure. */
    private static final String OPEN = "select t.link_id, t.to_position, a.ended_at is null on_the_line, a.failure"
            + " from satchel_transmission t join satchel_attempt a on a.id ="
            + " (select max(id) from satchel_attempt where transmission_id = t.id)"
            + " where t.direction = 'SENT' and t.state = 'OPEN' and not t.ahead order by t.id";

    @Inject
    private Database database;

    @Inject
    private Links links;

    /** For each revision, its state by the id of the link. */
    public Map<UUID, Map<Long, RevisionState>> of(List<RevisionSummary> revisions) {
        var neighbours = links.all();
        var progress = progress(neighbours);
        var notices = notices(revisions);
        var states = new HashMap<UUID, Map<Long, RevisionState>>();
        for (RevisionSummary revision : revisions) {
            var byLink = new HashMap<Long, RevisionState>();
            for (Link link : neighbours) {
                var notice = notices.getOrDefault(revision.revision(), Map.of()).get(link.id());
                byLink.put(link.id(), state(revision, link, progress.get(link.id()), notice));
            }
            states.put(revision.revision(), byLink);
        }
        return states;
    }

    private static RevisionState state(RevisionSummary revision, Link link, Progress progress, ParkedNotice notice) {
        return RevisionState.of(
                revision.position() == null ? Touch.NOT_YET : revision.position(),
                revision.receivedFrom() != null && revision.receivedFrom() == link.id(),
                revision.changes() == 0,
                progress,
                notice);
    }

    private Map<Long, Progress> progress(List<Link> neighbours) {
        var progress = new HashMap<Long, Progress>();
        neighbours.forEach(link -> progress.put(link.id(), new Progress(link.acknowledgedPosition(), 0, false)));
        database
                .query(
                        row -> row.getString("failure") != null
                                ? null
                                : Map.entry(
                                        row.getLong("link_id"),
                                        new Progress(0, row.getLong("to_position"), row.getBoolean("on_the_line"))),
                        OPEN)
                .stream()
                .filter(java.util.Objects::nonNull)
                .forEach(open -> progress.computeIfPresent(
                        open.getKey(),
                        (link, before) -> new Progress(
                                before.acknowledged(),
                                open.getValue().open(),
                                open.getValue().onTheLine())));
        return progress;
    }

    private Map<UUID, Map<Long, ParkedNotice>> notices(List<RevisionSummary> revisions) {
        var notices = new HashMap<UUID, Map<Long, ParkedNotice>>();
        if (!revisions.isEmpty()) {
            database.query(
                            row -> Map.entry(row.getLong("link_id"), ParkedThere.read(row)),
                            "select * from satchel_parked_there where revision in ("
                                    + String.join(",", Collections.nCopies(revisions.size(), "?")) + ")",
                            revisions.stream()
                                    .map(one -> one.revision().toString())
                                    .toArray())
                    .forEach(one -> notices.computeIfAbsent(one.getValue().revision(), r -> new HashMap<>())
                            .put(one.getKey(), one.getValue()));
        }
        return notices;
    }
}
