package org.satchel.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.satchel.rules.Conflict;
import org.satchel.rules.Slot;

/**
 * A site's database. A transaction works on a copy, which takes the original's place at commit and is dropped by a crash; a backup is an old
 * copy. What the collections hold is immutable.
 */
final class SiteState {

    final Map<Key, Map<Slot, Object>> records;
    final List<Entry> journal;
    final Map<Long, Neighbour> neighbours;
    final List<Parked> parked;
    final List<Conflict> conflicts;
    /** Revisions of the parent's of which not all stands here. */
    final Set<UUID> inPart;
    /** Records that the parent is to tell again. */
    final Set<Key> wanted;

    UUID life;

    long lastNumber;
    long lastPosition;

    SiteState() {
        records = new HashMap<>();
        journal = new ArrayList<>();
        neighbours = new TreeMap<>();
        parked = new ArrayList<>();
        conflicts = new ArrayList<>();
        inPart = new HashSet<>();
        wanted = new LinkedHashSet<>();
    }

    private SiteState(SiteState original) {
        records = new HashMap<>(original.records);
        journal = new ArrayList<>(original.journal);
        neighbours = new TreeMap<>(original.neighbours);
        parked = new ArrayList<>(original.parked);
        conflicts = new ArrayList<>(original.conflicts);
        inPart = new HashSet<>(original.inPart);
        wanted = new LinkedHashSet<>(original.wanted);
        life = original.life;
        lastNumber = original.lastNumber;
        lastPosition = original.lastPosition;
    }

    SiteState copy() {
        return new SiteState(this);
    }

    Optional<Entry> find(UUID revision) {
        return journal.stream()
                .filter(entry -> entry.revision().equals(revision))
                .findFirst();
    }

    Optional<Entry> at(long position) {
        return journal.stream().filter(entry -> entry.position() == position).findFirst();
    }

    void replace(Entry entry) {
        journal.replaceAll(one -> one.revision().equals(entry.revision()) ? entry : one);
    }

    /** What the journal up to a position is known by: as with a chain of hashes, two are the same only if all is. Null at 0. */
    UUID mark(long position) {
        var chain = new StringBuilder();
        journal.stream()
                .filter(entry -> entry.position() != 0 && entry.position() <= position)
                .sorted(Comparator.comparingLong(Entry::position))
                .forEach(entry -> chain.append(entry.revision()));
        return position == 0 ? null : UUID.nameUUIDFromBytes(chain.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The parent's position that a reader of this journal up to here has seen. */
    long horizonAt(long position) {
        return journal.stream()
                .filter(entry -> entry.position() != 0 && entry.position() <= position)
                .mapToLong(Entry::horizon)
                .max()
                .orElse(0);
    }
}
