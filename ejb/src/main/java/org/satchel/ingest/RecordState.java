package org.satchel.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.satchel.model.Field;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.rules.Row;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;
import org.satchel.rules.Touch;

/**
 * A record in this site's database, as a batch of change sets changes it in memory.
 *
 * <p>Its life: loaded as it stands (or new, as it does not), changed by each change set in turn, then written once: inserted, updated or
 * deleted. References are local keys, or the state of a record that this batch creates, whose key may not be known before it is written.
 * Elements are kept as what the batch makes of them; what the database has is asked for only where a rule must know.
 */
final class RecordState implements Row {

    /** Reads the elements that the database has of a record. */
    @FunctionalInterface
    interface StoredElements {
        Map<Slot, SlotEdit> of(RecordState owner, RecordCollection collection);
    }

    private final Slots slots;
    private final String uuid;
    private final StoredElements stored;
    private final boolean existedBefore;
    private final BitSet dirty = new BitSet();
    private final Map<Slot, SlotEdit> elements = new LinkedHashMap<>();
    private final Map<SlotEdit, SlotEdit> listsBefore = new IdentityHashMap<>(0);
    private final List<Touch> touches = new ArrayList<>(0);
    private Object[] values;
    private Object key;
    private boolean exists;
    private boolean createdOnce;
    private boolean deletedOnce;
    private boolean emptied;
    private boolean deletedEarlier;
    private final Object[] valuesBefore;
    private Memory beforeDeletion;

    private RecordState(Slots slots, String uuid, Object key, Object[] values, StoredElements stored, boolean exists) {
        this.slots = slots;
        this.uuid = uuid;
        this.key = key;
        this.values = values;
        this.stored = stored;
        this.exists = exists;
        this.existedBefore = exists;
        this.valuesBefore = exists && !slots.type().uniqueKeys().isEmpty() ? values.clone() : null;
    }

    static RecordState loaded(Slots slots, String uuid, Object key, Object[] values, StoredElements stored) {
        return new RecordState(slots, uuid, key, values, stored, true);
    }

    /** A record that does not exist yet. Its key is null until the database gives it, or taken from its fields. */
    static RecordState absent(Slots slots, String uuid, StoredElements stored) {
        return new RecordState(
                slots, uuid, null, new Object[slots.type().fields().size()], stored, false);
    }

    RecordType recordType() {
        return slots.type();
    }

    Slots slots() {
        return slots;
    }

    @Override
    public String type() {
        return slots.type().name();
    }

    @Override
    public String uuid() {
        return uuid;
    }

    @Override
    public boolean exists() {
        return exists;
    }

    @Override
    public boolean wasDeleted() {
        return !exists && (deletedOnce || deletedEarlier);
    }

    /** The audit table has its deletion. */
    void deletedEarlier() {
        deletedEarlier = true;
    }

    @Override
    public List<Touch> touches() {
        return touches;
    }

    @Override
    public void touched(Touch touch) {
        touches.add(touch);
    }

    @Override
    public SlotEdit now(Slot slot) {
        int field = slots.indexOf(slot.name());
        if (field >= 0) {
            return SlotEdit.put(slot, values[field]);
        }
        var made = elements.get(slot);
        if (made != null) {
            return made;
        }
        var found = storedElements(slots.collection(slot.name())).get(slot);
        return found != null ? found : slot.isWhole() ? SlotEdit.put(slot, List.of()) : SlotEdit.take(slot);
    }

    @Override
    public List<SlotEdit> whole() {
        var all = new ArrayList<SlotEdit>();
        for (int i = 0; i < values.length; i++) {
            all.add(SlotEdit.put(slots.field(i), values[i]));
        }
        for (RecordCollection collection : recordType().collections()) {
            if (collection.list()) {
                all.add(now(Slot.whole(collection.name())));
            } else {
                var now = new LinkedHashMap<>(storedElements(collection));
                elements.values().stream()
                        .filter(edit -> edit.slot().name().equals(collection.name()))
                        .forEach(edit -> now.put(edit.slot(), edit));
                now.values().stream().filter(SlotEdit::present).forEach(all::add);
            }
        }
        return all;
    }

    private Map<Slot, SlotEdit> storedElements(RecordCollection collection) {
        return existedBefore && !emptied ? stored.of(this, collection) : Map.of();
    }

    @Override
    public void create() {
        exists = true;
        createdOnce = true;
        emptied = true;
        elements.clear();
        values = new Object[values.length];
        dirty.set(0, values.length);
    }

    @Override
    public void set(SlotEdit edit) {
        int field = slots.indexOf(edit.slot().name());
        if (field >= 0) {
            values[field] = edit.value();
            dirty.set(field);
        } else {
            if (edit.slot().isWhole()) {
                listsBefore.put(edit, now(edit.slot()));
            }
            elements.remove(edit.slot());
            elements.put(edit.slot(), edit);
        }
    }

    /** What the list was before the edit, which has been set, made it another. */
    SlotEdit listBefore(SlotEdit edit) {
        return listsBefore.get(edit);
    }

    @Override
    public void delete() {
        beforeDeletion = remember();
        exists = false;
        deletedOnce = true;
        emptied = true;
        elements.clear();
    }

    @Override
    public void revive() {
        beforeDeletion.restore();
    }

    @Override
    public Memory remember() {
        var copy = values.clone();
        var changed = (BitSet) dirty.clone();
        var made = List.copyOf(elements.values());
        int touched = touches.size();
        boolean[] flags = {exists, createdOnce, deletedOnce, emptied};
        var keyThen = key;
        return () -> {
            values = copy;
            dirty.clear();
            dirty.or(changed);
            elements.clear();
            made.forEach(edit -> elements.put(edit.slot(), edit));
            touches.subList(touched, touches.size()).clear();
            exists = flags[0];
            createdOnce = flags[1];
            deletedOnce = flags[2];
            emptied = flags[3];
            key = keyThen;
        };
    }

    /** The key's value in a key column; for a key of one column that is generated or lent it is the key itself. */
    Object keyValue(int column) {
        return recordType().generated() || recordType().uuidColumn() == null ? plain(key) : plain(values[column]);
    }

    /** What a reference to this record holds. */
    Object referenceKey() {
        return keyValue(0);
    }

    void giveKey(Object newKey) {
        key = newKey;
    }

    boolean hasKey() {
        return key != null;
    }

    /** The key as given: a value, or the state of the record that lends it. */
    Object key() {
        return key;
    }

    Object value(int field) {
        return plain(values[field]);
    }

    Object reference(int field) {
        return values[field];
    }

    /** Also if it is deleted again in the same batch: its audit rows need the key that only the database may know. */
    boolean isInsert() {
        return !existedBefore && createdOnce;
    }

    boolean isUpdate() {
        return existedBefore && exists && !dirty.isEmpty();
    }

    boolean isDelete() {
        return (existedBefore || createdOnce) && !exists;
    }

    /** Whether a row with the record's key is, or was, in this database. */
    boolean isRooted() {
        return existedBefore || createdOnce;
    }

    /** Whether the elements that the database has of it are void. */
    boolean losesElements() {
        return existedBefore && emptied;
    }

    BitSet dirty() {
        return dirty;
    }

    /** What the batch makes of its elements, in the order of the last word on each. */
    Iterable<SlotEdit> elements() {
        return elements.values();
    }

    /** What the database has, where a unique value may have to be let go; empty for a new record. */
    Optional<Object[]> valuesBefore() {
        return Optional.ofNullable(valuesBefore);
    }

    Object[] snapshot() {
        return values.clone();
    }

    /** A record that it refers to and that is not here. */
    Optional<String> missing() {
        var lent = missing(key);
        if (lent.isPresent()) {
            return lent;
        }
        for (Object value : values) {
            var gone = missing(value);
            if (gone.isPresent()) {
                return gone;
            }
        }
        return elements.values().stream()
                .filter(SlotEdit::present)
                .map(edit -> missing(List.of(edit.slot(), edit.value() == null ? "" : edit.value())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> missing(Object value) {
        if (value instanceof Missing gone) {
            return Optional.of(gone.uuid());
        }
        if (value instanceof RecordState state && !state.exists()) {
            return Optional.of(state.uuid());
        }
        if (value instanceof Slot slot) {
            return missing(slot.key());
        }
        return value instanceof List<?> parts
                ? parts.stream()
                        .map(RecordState::missing)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /** What the column holds: the key of a record that this batch creates, once it has one; nothing for one that is not here. */
    static Object plain(Object value) {
        if (value instanceof Missing) {
            return null;
        }
        return value instanceof RecordState state ? state.referenceKey() : value;
    }

    Field field(int index) {
        return recordType().fields().get(index);
    }
}
