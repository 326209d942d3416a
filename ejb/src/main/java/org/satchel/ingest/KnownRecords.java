package org.satchel.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.satchel.model.RecordType;

/**
 * The records that a batch touches or refers to: what the database held before it, and what the batch has made of it so far.
 */
final class KnownRecords {

    private final Map<RecordId, RecordState> states = new LinkedHashMap<>();
    private final Map<String, Slots> slots = new HashMap<>();
    private final Map<String, Map<String, Object>> keys;
    private final Set<RecordId> deleted;
    private final RecordState.StoredElements stored;

    /**
     * @param loaded the touched records that exist
     * @param keys for each referenced type, the keys of the referenced records that exist, by UUID
     * @param deleted touched records that do not exist because this site deleted them
     */
    KnownRecords(
            Collection<RecordState> loaded,
            Map<String, Map<String, Object>> keys,
            Set<RecordId> deleted,
            RecordState.StoredElements stored) {
        this.keys = new HashMap<>(keys);
        this.deleted = deleted;
        this.stored = stored;
        loaded.forEach(this::add);
    }

    Collection<RecordState> states() {
        return states.values();
    }

    void add(RecordState state) {
        states.put(RecordId.of(state.recordType(), state.uuid()), state);
    }

    RecordState state(RecordType type, String uuid) {
        return states.computeIfAbsent(RecordId.of(type, uuid), id -> {
            var state = RecordState.absent(slots(type), uuid, stored);
            if (deleted.contains(id)) {
                state.deletedEarlier();
            }
            return state;
        });
    }

    /** Null if the batch does not touch it. */
    RecordState touched(RecordType type, String uuid) {
        return states.get(RecordId.of(type, uuid));
    }

    Slots slots(RecordType type) {
        return slots.computeIfAbsent(type.name(), name -> new Slots(type));
    }

    /**
     * What a reference to the record holds: a local key, the state of a record that this batch creates, or {@link Missing}.
     *
     * @param coming records that the change set itself adds
     */
    Object reference(RecordType target, String uuid, Set<RecordId> coming) {
        var id = new RecordId(target.root(), uuid);
        var state = states.get(id);
        if (state != null) {
            if (!state.exists() && !coming.contains(id)) {
                return new Missing(uuid);
            }
            return state.hasKey() && state.isRooted() && !state.isInsert() ? state.referenceKey() : state;
        }
        var key = keys.getOrDefault(target.name(), Map.of()).get(uuid);
        return key == null ? new Missing(uuid) : key;
    }
}
