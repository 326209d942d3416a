package org.satchel.ingest;

import java.util.BitSet;
import org.satchel.model.Field;
import org.satchel.model.RecordType;

/**
 * A record in this site's database, as a batch of change sets changes it in memory.
 *
 * <p>Its life: loaded as it stands (or new, as it does not), changed by each change set in turn, then written once: inserted, updated or
 * deleted. References are local keys, or the state of a record that this batch creates, whose key may not be known before it is written.
 */
final class RecordState {

    private final RecordType type;
    private final String uuid;
    private final boolean existedBefore;
    private final BitSet dirty = new BitSet();
    private Object[] values;
    private Object key;
    private boolean exists;
    private boolean createdOnce;
    private boolean deletedOnce;

    private RecordState(RecordType type, String uuid, Object key, Object[] values, boolean exists) {
        this.type = type;
        this.uuid = uuid;
        this.key = key;
        this.values = values;
        this.exists = exists;
        this.existedBefore = exists;
    }

    static RecordState loaded(RecordType type, String uuid, Object key, Object[] values) {
        return new RecordState(type, uuid, key, values, true);
    }

    /** A record that does not exist yet. Its key is null until the database gives it, or taken from its fields. */
    static RecordState absent(RecordType type, String uuid) {
        return new RecordState(type, uuid, null, new Object[type.fields().size()], false);
    }

    RecordType type() {
        return type;
    }

    String uuid() {
        return uuid;
    }

    boolean exists() {
        return exists;
    }

    /** The key's value in a key column; for a key of one column that is generated or lent it is the key itself. */
    Object keyValue(int column) {
        return type.generated() || type.uuidColumn() == null ? plain(key) : plain(values[column]);
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

    void create() {
        exists = true;
        createdOnce = true;
        values = new Object[values.length];
        dirty.set(0, values.length);
    }

    void set(int field, Object value) {
        values[field] = value;
        dirty.set(field);
    }

    void delete() {
        exists = false;
        deletedOnce = true;
    }

    boolean wasDeleted() {
        return deletedOnce;
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

    BitSet dirty() {
        return dirty;
    }

    Object[] snapshot() {
        return values.clone();
    }

    /** Takes back what a change set that turned out not to be applicable did. */
    Memento memento() {
        return new Memento(values.clone(), (BitSet) dirty.clone(), exists, createdOnce, deletedOnce, key);
    }

    void restore(Memento memento) {
        values = memento.values();
        dirty.clear();
        dirty.or(memento.dirty());
        exists = memento.exists();
        createdOnce = memento.createdOnce();
        deletedOnce = memento.deletedOnce();
        key = memento.key();
    }

    record Memento(
            Object[] values, BitSet dirty, boolean exists, boolean createdOnce, boolean deletedOnce, Object key) {}

    /** What the column holds: the key of a record that this batch creates, once it has one. */
    static Object plain(Object value) {
        return value instanceof RecordState state ? state.referenceKey() : value;
    }

    Field field(int index) {
        return type.fields().get(index);
    }
}
