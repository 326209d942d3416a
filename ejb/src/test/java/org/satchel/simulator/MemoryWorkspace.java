package org.satchel.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.rules.Clash;
import org.satchel.rules.ClassRule;
import org.satchel.rules.Edit;
import org.satchel.rules.Merged;
import org.satchel.rules.NotApplicable;
import org.satchel.rules.ParkedUnits.Staying;
import org.satchel.rules.RecordName;
import org.satchel.rules.Row;
import org.satchel.rules.Seen;
import org.satchel.rules.Sender;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;
import org.satchel.rules.Touch;
import org.satchel.rules.Workspace;

/** One transaction on a site's state in memory. */
final class MemoryWorkspace implements Workspace {

    /** Of what a site tells by itself. */
    static final String AUTHOR = "satchel";

    private final SiteState state;
    private final Identity site;
    private final Map<String, ClassRule> rules;
    private final Supplier<UUID> ids;
    private final PlantedBug bug;
    private final Map<Key, MemoryRow> rows = new LinkedHashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> newlyParked = new HashSet<>();
    private Predicate<Touch> loaded = touch -> true;
    private boolean settled;
    private boolean inPlace;

    MemoryWorkspace(SiteState state, Identity site, Map<String, ClassRule> rules, Supplier<UUID> ids, PlantedBug bug) {
        this.state = state;
        this.site = site;
        this.rules = rules;
        this.ids = ids;
        this.bug = bug;
    }

    SiteState state() {
        return state;
    }

    /** Loads what these change sets touch, with as little history as the rules allow. */
    void load(Sender from, List<ChangeSet> batch) {
        long position = batch.stream().mapToLong(ChangeSet::position).min().orElse(0);
        long seen = batch.stream().mapToLong(ChangeSet::seen).min().orElse(0);
        loaded = touch -> from.parent()
                ? touch.parentPosition() > position
                        || touch.operation() == Operation.DELETED && touch.from() == from.link()
                : touch.position() > seen;
    }

    /** What is taken in stands in its place of the sender's stream: whoever sees it has seen what came before it. */
    void inPlace() {
        inPlace = true;
    }

    /** UUIDs of the records that this transaction touched. */
    Set<String> touched() {
        return touched;
    }

    /** UUIDs of the records that are to be changed by what this transaction parked. */
    Set<String> newlyParked() {
        return newlyParked;
    }

    /** Whether this transaction settled anything. */
    boolean settled() {
        return settled;
    }

    MemoryRow row(Key key) {
        return rows.computeIfAbsent(key, any -> new MemoryRow(key, state, loaded, bug));
    }

    /** Writes the rows into the state. */
    void flush() {
        rows.values().forEach(MemoryRow::store);
    }

    @Override
    public boolean isKnown(UUID revision) {
        return bug != PlantedBug.DUPLICATES_APPLIED && state.find(revision).isPresent();
    }

    @Override
    public boolean cameFrom(Sender from, UUID revision) {
        return state.find(revision).filter(entry -> entry.from() == from.link()).isPresent();
    }

    @Override
    public Optional<String> parkedFor(Sender from, UUID revision) {
        return state.parked.stream()
                .filter(parked -> parked.changeSet().revision().equals(revision))
                .filter(parked -> parked.from().equals(from) || !from.parent())
                .map(Parked::reason)
                .findFirst();
    }

    @Override
    public Optional<UUID> waitsFor(Sender from, ChangeSet changeSet) {
        if (bug == PlantedBug.DEPENDANTS_DO_NOT_WAIT) {
            return Optional.empty();
        }
        return state.parked.stream()
                .filter(parked -> parked.from().link() == from.link())
                .map(Parked::changeSet)
                .filter(parked -> sharesRecord(parked, changeSet))
                .map(ChangeSet::revision)
                .reduce((earlier, later) -> later);
    }

    private static boolean sharesRecord(ChangeSet one, ChangeSet other) {
        return one.changes().stream().anyMatch(change -> other.changes().stream()
                .anyMatch(that -> that.uuid().equals(change.uuid())));
    }

    @Override
    public List<Edit> edits(ChangeSet changeSet) throws NotApplicable {
        var edits = new ArrayList<Edit>();
        for (Change change : changeSet.changes()) {
            if (!Shape.exists(change.type())) {
                throw new NotApplicable("this site has no type " + change.type());
            }
            edits.add(new Edit(
                    row(new Key(change.type(), change.uuid())), change.operation(), Translation.slots(change)));
        }
        return edits;
    }

    @Override
    public Optional<Row> row(String type, String uuid) {
        return Shape.exists(type) ? Optional.of(row(new Key(type, uuid))) : Optional.empty();
    }

    @Override
    public ClassRule rule(String type) {
        return rules.getOrDefault(type, ClassRule.DEFAULT);
    }

    /** Every record that exists now, in a fixed order. */
    Stream<MemoryRow> existing(String type) {
        var keys = new ArrayList<>(state.records.keySet());
        rows.keySet().stream().filter(key -> !state.records.containsKey(key)).forEach(keys::add);
        return keys.stream()
                .filter(key -> key.type().equals(type))
                .sorted(java.util.Comparator.comparing(Key::uuid))
                .map(this::row)
                .filter(MemoryRow::exists);
    }

    @Override
    public List<String> referrers(Row deleted) {
        return Shape.ALL.stream()
                .flatMap(shape -> shape.references().entrySet().stream()
                        .filter(reference -> reference.getValue().equals(deleted.type()))
                        .flatMap(reference -> existing(shape.type())
                                .filter(row -> deleted.uuid().equals(row.value(Slot.whole(reference.getKey())))))
                        .map(Row::uuid))
                .distinct()
                .toList();
    }

    @Override
    public Optional<String> missing(Row row) {
        return Shape.of(row.type()).references().entrySet().stream()
                .map(reference -> {
                    var target =
                            (String) row.now(Slot.whole(reference.getKey())).value();
                    return target == null
                                    || row(new Key(reference.getValue(), target))
                                            .exists()
                            ? null
                            : target;
                })
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public List<Clash> clashes(Edit edit) {
        var unique = Shape.of(edit.row().type()).unique();
        if (unique == null || !edit.row().exists()) {
            return List.of();
        }
        var slot = Slot.whole(unique);
        return edit.slots().stream()
                .filter(one -> one.slot().equals(slot) && one.value() != null)
                .filter(one -> one.value().equals(edit.row().now(slot).value()))
                .flatMap(one -> existing(edit.row().type())
                        .filter(row -> !row.uuid().equals(edit.row().uuid())
                                && one.value().equals(row.value(slot))))
                .map(holder -> new Clash(holder, slot))
                .toList();
    }

    @Override
    public Optional<SlotEdit> substitute(Row row, Slot slot) {
        return Optional.of(SlotEdit.put(slot, row.now(slot).value() + "~" + row.uuid()));
    }

    @Override
    public UUID newRevision() {
        return ids.get();
    }

    @Override
    public void take(Sender from, ChangeSet changeSet, Merged merged) {
        state.parked.removeIf(parked -> parked.changeSet().revision().equals(changeSet.revision()));
        boolean parent = from.parent();
        boolean forgotten = changeSet.isForgotten();
        if (parent && !merged.asSent()) {
            state.inPart.add(changeSet.revision());
        }
        long received = received();
        long seen = parent ? changeSet.position() : translated(changeSet);
        long horizon = parent ? horizon(changeSet.position()) : received;
        add(new Entry(
                ++state.lastNumber,
                changeSet.revision(),
                changeSet.origin(),
                changeSet.author(),
                0,
                forgotten ? Touch.HERE : from.link(),
                parent ? changeSet.position() : 0,
                seen,
                horizon,
                parent || forgotten ? 0 : from.link(),
                parent ? 0 : changeSet.position(),
                contents(merged.applied())));
        long known = Math.max(horizon, received);
        if (bug != PlantedBug.RESTATEMENTS_FORGOTTEN) {
            ownRevision(merged.restated(), known, 0, 0);
        }
        if (!merged.displaced().isEmpty()) {
            // No one's decision, so it knows of nobody's: whatever the parent has there is a conflict to look at.
            add(own(merged.displaced(), known, 0, 0).seen(0, known));
        }
        state.conflicts.addAll(merged.conflicts());
        rows.values().forEach(MemoryRow::written);
    }

    /** What came ahead, or was parked on its way, does not tell that all before it is here. */
    private long horizon(long position) {
        return inPlace || bug == PlantedBug.HORIZON_JUMPS_AHEAD ? position : Math.min(position, received());
    }

    /** The child's author had seen this journal up to a position: what of the parent's journal was that, for these records? */
    private long translated(ChangeSet changeSet) {
        if (bug == PlantedBug.SEEN_NOT_TRANSLATED) {
            return changeSet.seen();
        }
        var records = changeSet.changes().stream().map(Change::uuid).collect(Collectors.toSet());
        return seen(state.horizonAt(changeSet.seen()), records, changeSet.seen());
    }

    /**
     * How far the parent's journal had been seen, for these records.
     *
     * @param position the position here up to which it had been seen here
     */
    long seen(long received, Set<String> records, long position) {
        if (!site.hasParent()) {
            return 0;
        }
        var parked = state.parked.stream()
                .filter(one -> one.from().parent())
                .filter(one -> one.changeSet().changes().stream().anyMatch(change -> records.contains(change.uuid())))
                .map(one -> one.changeSet().position());
        var after = state.journal.stream()
                .filter(entry -> entry.from() == site.parentLink())
                .filter(entry -> entry.position() == 0 || entry.position() > position)
                .filter(entry -> position != Long.MAX_VALUE)
                .filter(entry -> entry.contents().stream()
                        .anyMatch(content -> records.contains(content.record().uuid())))
                .map(Entry::parentPosition);
        return Seen.of(received, Stream.concat(parked, after).toList());
    }

    @Override
    public void answer(Sender from, ChangeSet changeSet, Merged merged) {
        var contents = merged.restated();
        add(own(contents, received(), from.link(), changeSet.position()));
    }

    @Override
    public void tell(Merged merged) {
        ownRevision(merged.restated(), received(), 0, 0);
        state.conflicts.addAll(merged.conflicts());
    }

    private void ownRevision(List<Edit> edits, long known, long settles, long position) {
        if (!edits.isEmpty()) {
            add(own(edits, known, settles, position));
        }
    }

    private Entry own(List<Edit> edits, long known, long settles, long position) {
        var records = edits.stream().map(edit -> edit.row().uuid()).collect(Collectors.toSet());
        return new Entry(
                ++state.lastNumber,
                newRevision(),
                site.uuid(),
                AUTHOR,
                0,
                Touch.HERE,
                0,
                seen(known, records, Long.MAX_VALUE),
                known,
                settles,
                position,
                contents(edits));
    }

    void add(Entry entry) {
        state.journal.add(entry);
        entry.contents().forEach(content -> touched.add(content.record().uuid()));
    }

    private static List<Content> contents(List<Edit> edits) {
        return edits.stream()
                .map(edit -> new Content(new Key(edit.row().type(), edit.row().uuid()), edit.operation(), edit.slots()))
                .toList();
    }

    long received() {
        return site.hasParent() ? state.neighbours.get(site.parentLink()).received() : 0;
    }

    @Override
    public void park(Sender from, ChangeSet changeSet, NotApplicable why) {
        changeSet.changes().stream().map(Change::uuid).forEach(newlyParked::add);
        state.parked.removeIf(parked -> parked.changeSet().revision().equals(changeSet.revision()));
        if (bug != PlantedBug.PARKED_DROPPED) {
            state.parked.add(new Parked(from, changeSet, why.needs(), why.getMessage()));
        }
    }

    @Override
    public void parkedAgain(Sender from, ChangeSet changeSet) {
        state.parked.replaceAll(parked ->
                parked.from().equals(from) && parked.changeSet().revision().equals(changeSet.revision())
                        ? parked.at(changeSet.position())
                        : parked);
    }

    /** It stays parked, perhaps for another reason. */
    void parkAgain(Staying staying) {
        var why = staying.why();
        if (why != null) {
            state.parked.replaceAll(parked -> parked.changeSet().revision().equals(staying.revision())
                    ? new Parked(parked.from(), parked.changeSet(), why.needs(), why.getMessage())
                    : parked);
        }
    }

    @Override
    public List<RecordName> changedBy(UUID revision) {
        return state.find(revision).orElseThrow().contents().stream()
                .map(Content::record)
                .map(key -> new RecordName(key.type(), key.uuid()))
                .toList();
    }

    @Override
    public void want(Collection<RecordName> records) {
        records.forEach(record -> state.wanted.add(new Key(record.type(), record.uuid())));
    }

    @Override
    public boolean settle(UUID revision, long parentPosition) {
        var entry = state.find(revision).orElseThrow();
        boolean news = entry.parentPosition() != parentPosition;
        settled |= news;
        state.replace(entry.atParent(parentPosition));
        return news;
    }
}
