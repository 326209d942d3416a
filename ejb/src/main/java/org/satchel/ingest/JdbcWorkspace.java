package org.satchel.ingest;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.model.EntityModel;
import org.satchel.rules.Clash;
import org.satchel.rules.ClassRule;
import org.satchel.rules.Conflict;
import org.satchel.rules.Edit;
import org.satchel.rules.Merged;
import org.satchel.rules.NotApplicable;
import org.satchel.rules.RecordName;
import org.satchel.rules.Row;
import org.satchel.rules.Seen;
import org.satchel.rules.Sender;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;
import org.satchel.rules.Workspace;
import org.satchel.site.Uuids;

/**
 * The workspace of one batch on the database: loads, and locks, what the batch touches with a few queries per type, keeps what the rules
 * decide in memory, and writes it with a few batches per table.
 */
final class JdbcWorkspace implements Workspace {

    /**
     * What the batch is merged under.
     *
     * @param rules by class; a class without one has the default
     * @param parent the link to the parent; 0 at the root
     * @param horizon this site's received position of its parent; 0 at the root
     * @param inPlace whether the batch stands in its place of the sender's stream: all before it has come
     */
    record Terms(
            UUID site,
            Map<String, ClassRule> rules,
            long parent,
            long horizon,
            boolean inPlace,
            Instant now,
            Instant nextTry) {}

    /**
     * What has been looked up before a batch.
     *
     * @param links by revision of the batch that this site has, the link it came over; 0 if it was made here
     * @param elsewhere of those, what this site's copy changed if it came by another way: that may have to be told again
     * @param named records that are to be told again by name
     */
    record Before(Map<UUID, Long> links, Map<UUID, List<RecordName>> elsewhere, Collection<RecordName> named) {

        /** Of change sets about which it does not matter whether they are known. */
        static final Before NOTHING = naming(List.of());

        static Before naming(Collection<RecordName> records) {
            return new Before(Map.of(), Map.of(), records);
        }

        Collection<RecordName> told() {
            var all = new LinkedHashSet<>(named);
            elsewhere.values().forEach(all::addAll);
            return all;
        }
    }

    private enum Why {
        /** It came and was merged. */
        MERGED,
        /** It was here already, and its sender is told so. */
        ANSWERED,
        /** It only names what is told again. */
        ASKED
    }

    private record Taken(ChangeSet changeSet, Merged merged, Why why) {}

    private final Connection connection;
    private final EntityModel model;
    private final Terms terms;
    private final Uuids uuids;
    private final Sender from;
    private final KnownRecords known;
    private final Translation translation;
    private final Parking parking;
    private final References references;
    private final UniqueValues unique;
    private final RevisionRows revisionRows;
    private final Map<UUID, Long> revisions;
    private final Map<UUID, List<RecordName>> elsewhere;
    private final Map<Long, Long> horizons;
    private final Map<String, ClassRule> rules = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<AuditRow> auditRows = new ArrayList<>();
    private boolean ownRevisions;

    JdbcWorkspace(
            Connection connection,
            EntityModel model,
            Terms terms,
            Uuids uuids,
            Sender from,
            List<ChangeSet> batch,
            Before before)
            throws SQLException {
        this.connection = connection;
        this.model = model;
        this.terms = terms;
        this.uuids = uuids;
        this.from = from;
        this.revisionRows = new RevisionRows(connection);
        this.revisions = new HashMap<>(before.links());
        this.parking = Parking.of(connection, from, batch, terms.parent());
        var loader = new StateLoader(connection, model);
        this.elsewhere = before.elsewhere();
        this.known = loader.load(batch, before.told());
        this.translation = new Translation(model, known);
        this.references = new References(connection, model, known);
        this.unique = new UniqueValues(connection, model, known, loader);
        unique.readAhead(batch);
        this.horizons = from.parent()
                ? Map.of()
                : revisionRows.horizons(batch.stream().map(ChangeSet::seen).collect(Collectors.toSet()));
        TouchReader.read(connection, model, from, batch, known);
    }

    @Override
    public boolean isKnown(UUID revision) {
        return revisions.containsKey(revision);
    }

    @Override
    public boolean cameFrom(Sender sender, UUID revision) {
        return revisions.get(revision) == sender.link();
    }

    @Override
    public Optional<String> parkedFor(Sender sender, UUID revision) {
        return parking.reason(sender, revision);
    }

    @Override
    public Optional<UUID> waitsFor(Sender sender, ChangeSet changeSet) {
        return parking.waitsFor(changeSet);
    }

    @Override
    public List<Edit> edits(ChangeSet changeSet) throws NotApplicable {
        return translation.edits(changeSet);
    }

    @Override
    public Optional<Row> row(String type, String uuid) {
        return model.find(type).map(found -> known.state(found, uuid));
    }

    @Override
    public ClassRule rule(String type) {
        return rules.computeIfAbsent(type, name -> {
            var set = terms.rules().getOrDefault(name, ClassRule.DEFAULT);
            return new ClassRule(set.policy(), set.author(), model.type(name).lastEdits());
        });
    }

    @Override
    public List<String> referrers(Row deleted) {
        return DatabaseFailure.ask(() -> references.to((RecordState) deleted));
    }

    @Override
    public Optional<String> missing(Row row) {
        return ((RecordState) row).missing();
    }

    @Override
    public List<Clash> clashes(Edit edit) {
        return DatabaseFailure.ask(() -> unique.clashes(edit));
    }

    @Override
    public Optional<SlotEdit> substitute(Row row, Slot slot) {
        return UniqueValues.substitute((RecordState) row, slot);
    }

    @Override
    public UUID newRevision() {
        return uuids.next();
    }

    @Override
    public void take(Sender sender, ChangeSet changeSet, Merged merged) {
        revisions.put(changeSet.revision(), sender.link());
        DatabaseFailure.run(() -> parking.give(sender, changeSet.revision()));
        taken.add(new Taken(changeSet, merged, Why.MERGED));
        merged.applied().stream()
                .filter(JdbcWorkspace::isAudited)
                .forEach(edit -> auditRows.add(auditRow(changeSet.revision(), edit)));
    }

    @Override
    public void answer(Sender sender, ChangeSet changeSet, Merged merged) {
        taken.add(new Taken(changeSet, merged, Why.ANSWERED));
    }

    @Override
    public void tell(Merged merged) {
        taken.add(new Taken(null, merged, Why.ASKED));
    }

    @Override
    public void park(Sender sender, ChangeSet changeSet, NotApplicable why) {
        DatabaseFailure.run(() -> parking.park(sender, changeSet, why, terms.now(), terms.nextTry()));
    }

    @Override
    public void parkedAgain(Sender sender, ChangeSet changeSet) {
        DatabaseFailure.run(() -> Parking.again(connection, sender, changeSet));
    }

    @Override
    public List<RecordName> changedBy(UUID revision) {
        return elsewhere.getOrDefault(revision, List.of());
    }

    @Override
    public void want(Collection<RecordName> records) {
        if (!records.isEmpty()) {
            DatabaseFailure.run(() -> new Wanted(connection).add(from.link(), records));
        }
    }

    @Override
    public boolean settle(UUID revision, long parentPosition) {
        return DatabaseFailure.ask(() -> revisionRows.settle(revision, parentPosition));
    }

    /** What was done to a record that this database has, or had within the batch, stands in its audit table. */
    private static boolean isAudited(Edit edit) {
        return ((RecordState) edit.row()).isRooted();
    }

    private AuditRow auditRow(UUID revision, Edit edit) {
        var state = (RecordState) edit.row();
        var values = state.snapshot();
        var changed = new java.util.BitSet();
        var elements = new ArrayList<AuditRow.Element>();
        for (SlotEdit slot : edit.slots()) {
            int field = state.slots().indexOf(slot.slot().name());
            if (field >= 0) {
                values[field] = slot.value();
                changed.set(field);
            } else if (slot.slot().isWhole()) {
                elements.addAll(ListDifference.between(
                        state.slots().collection(slot.slot().name()), state.listBefore(slot), slot));
            } else {
                elements.addAll(translation.elementRows(slot));
            }
        }
        return new AuditRow(revision, state, edit.operation(), values, changed, elements);
    }

    /** Whether anything was taken: then the journal has something new. */
    boolean isEmpty() {
        return taken.isEmpty();
    }

    /** Whether this site answered with revisions of its own. */
    boolean hasOwnRevisions() {
        return ownRevisions;
    }

    /** Puts all that was taken into the database. */
    void write(EntityManager entityManager) throws SQLException {
        if (taken.isEmpty()) {
            return;
        }
        var conflicts = taken.stream()
                .flatMap(one -> one.merged().conflicts().stream())
                .map(this::found)
                .toList();
        var form = wireForm(conflicts);
        var rows = new ArrayList<NewRevision>();
        taken.forEach(one -> addRevisions(one, form, rows));
        var numbers = revisionRows.insert(rows);
        var states = List.copyOf(known.states());
        var records = new BatchWriter(connection, model, new KeySource(entityManager));
        records.write(states);
        new CollectionWriter(connection).write(states);
        records.delete(states);
        new AuditWriter(connection, numbers).write(auditRows);
        new ConflictRows(connection, form, terms.now()).insert(conflicts);
    }

    private ConflictRows.Found found(Conflict conflict) {
        var state = known.touched(model.type(conflict.type()), conflict.uuid());
        return new ConflictRows.Found(conflict, state, rule(conflict.type()).policy());
    }

    private WireForm wireForm(List<ConflictRows.Found> conflicts) throws SQLException {
        var form = new WireForm(model);
        for (Taken one : taken) {
            for (Edit edit : one.merged().restated()) {
                edit.slots().forEach(slot -> form.want(((RecordState) edit.row()).slots(), slot));
            }
        }
        for (ConflictRows.Found found : conflicts) {
            for (SlotEdit edit :
                    new SlotEdit[] {found.conflict().lost(), found.conflict().stands()}) {
                if (edit != null) {
                    form.want(found.record().slots(), edit);
                }
            }
        }
        form.lookUp(connection);
        return form;
    }

    private void addRevisions(Taken one, WireForm form, List<NewRevision> rows) {
        var merged = one.merged();
        var changeSet = one.changeSet();
        if (one.why() == Why.MERGED) {
            var unaudited = merged.applied().stream()
                    .filter(edit -> !isAudited(edit))
                    .map(edit ->
                            new Change(edit.row().type(), edit.row().uuid(), Operation.DELETED, Map.of(), Map.of()))
                    .toList();
            var told = types(merged.applied(), JdbcWorkspace::isAudited);
            rows.add(NewRevision.received(
                    changeSet, from, told, unaudited, seen(changeSet), horizon(changeSet), merged.asSent()));
        }
        if (!merged.restated().isEmpty() || one.why() == Why.ANSWERED) {
            ownRevisions = true;
            var restated = merged.restated().stream().map(form::change).toList();
            var row = NewRevision.own(
                    uuids.next(),
                    terms.site(),
                    terms.now(),
                    List.of(),
                    restated,
                    seenHere(merged.restated()),
                    terms.horizon());
            rows.add(one.why() == Why.ANSWERED ? row.settling(from, changeSet.position()) : row);
        }
        if (!merged.displaced().isEmpty()) {
            ownRevisions = true;
            var revision = uuids.next();
            rows.add(NewRevision.own(
                    revision,
                    terms.site(),
                    terms.now(),
                    types(merged.displaced(), edit -> true),
                    List.of(),
                    // No one's decision, so it knows of nobody's: whatever the parent has there is a conflict.
                    0,
                    terms.horizon()));
            merged.displaced().forEach(edit -> auditRows.add(auditRow(revision, edit)));
        }
    }

    /** A parent's change set that came ahead, or was parked on its way, does not tell that all before it is here. */
    private long horizon(ChangeSet changeSet) {
        if (!from.parent()) {
            return terms.horizon();
        }
        return terms.inPlace() ? changeSet.position() : Math.min(changeSet.position(), terms.horizon());
    }

    /** The child's author had seen this journal up to a position: how far was that the parent's journal, for these records? */
    private long seen(ChangeSet changeSet) {
        if (terms.parent() == 0) {
            return 0;
        }
        long horizon = horizons.getOrDefault(changeSet.seen(), 0L);
        var late = new ArrayList<>(parking.late(Parking.touched(changeSet)));
        for (Change change : changeSet.changes()) {
            model.find(change.type())
                    .map(type -> known.touched(type, change.uuid()))
                    .ifPresent(state -> state.touches().stream()
                            .filter(touch -> touch.from() == terms.parent())
                            .filter(touch -> touch.position() > changeSet.seen() && touch.parentPosition() <= horizon)
                            .forEach(touch -> late.add(touch.parentPosition())));
        }
        return Seen.of(horizon, late);
    }

    private long seenHere(List<Edit> edits) {
        var records = edits.stream().map(edit -> edit.row().uuid()).toList();
        return Seen.of(terms.horizon(), parking.late(records));
    }

    private static List<String> types(List<Edit> edits, Function<Edit, Boolean> which) {
        return edits.stream()
                .filter(which::apply)
                .map(edit -> edit.row().type())
                .toList();
    }
}
