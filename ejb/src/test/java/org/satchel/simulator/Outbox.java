package org.satchel.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.rules.Settled;
import org.satchel.rules.Touch;
import org.satchel.wire.Header;
import org.satchel.wire.TransmissionWriter;

/** Writes transmissions of one site as it is. */
final class Outbox {

    private final SiteState state;
    private final Identity site;
    private final PlantedBug bug;

    Outbox(SiteState state, Identity site, PlantedBug bug) {
        this.state = state;
        this.site = site;
        this.bug = bug;
    }

    /** What the neighbour is to have of the positions after {@code from}, up to {@code to}. */
    byte[] write(UUID transmission, long link, long from, long to, Set<String> excluded, Instant clock) {
        var entries = state.journal.stream()
                .filter(entry -> entry.position() > from && entry.position() <= to)
                .sorted(Comparator.comparingLong(Entry::position))
                .toList();
        boolean up = link == site.parentLink();
        var settled = up ? List.<Settled>of() : settled(link, entries);
        var header = new Header(
                transmission,
                site.uuid(),
                state.neighbours.get(link).agreement(),
                from,
                to,
                "1",
                state.mark(to),
                settled);
        return write(
                header,
                entries.stream().filter(entry -> isNews(entry, link, up)).toList(),
                up,
                excluded,
                clock);
    }

    private byte[] write(Header header, List<Entry> entries, boolean up, Set<String> excluded, Instant clock) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new TransmissionWriter(bytes, header)) {
            entries.forEach(entry -> write(writer, entry, up, excluded, clock));
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The first so many revisions after {@code looked} that may go ahead of their place; empty if there is none.
     *
     * @param from what the neighbour has, or is about to get, before them
     */
    Optional<byte[]> writeAhead(
            UUID transmission, long link, long from, long looked, int most, Set<String> excluded, Instant clock) {
        boolean up = link == site.parentLink();
        var backlog = state.journal.stream()
                .filter(entry -> entry.position() > from)
                .filter(entry -> isNews(entry, link, up) || !up && entry.from() == link)
                .sorted(Comparator.comparingLong(Entry::position))
                .toList();
        var chosen = new Backlog(backlog, link, looked, bug)
                .ahead().stream().limit(most).toList();
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(writeAhead(transmission, link, from, chosen, excluded, clock));
    }

    byte[] writeAhead(
            UUID transmission, long link, long from, List<Entry> chosen, Set<String> excluded, Instant clock) {
        long to = chosen.get(chosen.size() - 1).position();
        var header = Header.ahead(
                transmission, site.uuid(), state.neighbours.get(link).agreement(), from, to, "1", state.mark(to));
        return write(header, chosen, link == site.parentLink(), excluded, clock);
    }

    /** What the neighbour does not have: neither from itself nor, for the parent, by another way. */
    private boolean isNews(Entry entry, long link, boolean up) {
        // What became of another's revision is told even if nothing of it stands: who has it by another way hears it
        // here.
        if (entry.contents().isEmpty()
                && entry.from() == Touch.HERE
                && entry.origin().equals(site.uuid())) {
            return false;
        }
        if (up) {
            return entry.parentPosition() == 0 || bug == PlantedBug.SETTLED_ON_ACKNOWLEDGEMENT;
        }
        return entry.from() != link || bug == PlantedBug.ECHO_TO_SENDER;
    }

    /** As it is, for looking at it. */
    static ChangeSet changeSet(Entry entry) {
        var changes = entry.contents().stream().map(Translation::change).toList();
        return new ChangeSet(
                entry.position(),
                0,
                entry.revision(),
                entry.origin(),
                entry.author(),
                Instant.EPOCH,
                changes,
                Map.of());
    }

    private void write(TransmissionWriter writer, Entry entry, boolean up, Set<String> excluded, Instant clock) {
        var changes = new ArrayList<Change>();
        entry.contents().stream()
                .filter(content -> !excluded.contains(content.record().type()))
                .map(Translation::change)
                .forEach(changes::add);
        // Also if nothing is left of it: who has it by another way hears here that it is settled.
        writer.write(new ChangeSet(
                entry.position(),
                up ? seen(entry) : 0,
                entry.revision(),
                entry.origin(),
                entry.author(),
                clock,
                changes,
                Map.of()));
    }

    private long seen(Entry entry) {
        return bug == PlantedBug.SEEN_LOST
                ? state.neighbours.get(site.parentLink()).received()
                : entry.seen();
    }

    private List<Settled> settled(long link, List<Entry> entries) {
        var runs = new ArrayList<Settled>();
        for (Entry entry : entries) {
            if (entry.settles() == link && bug != PlantedBug.NOT_SETTLED) {
                Settled.add(runs, entry.settled(), entry.position());
            }
        }
        return runs;
    }
}
