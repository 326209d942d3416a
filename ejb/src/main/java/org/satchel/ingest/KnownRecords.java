package org.satchel.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.satchel.model.RecordType;

/**
 * The records that a batch touches or refers to: what the database held before it, and what the batch has made of it so far.
 */
final class KnownRecords {

    private final Map<RecordId, RecordState> states = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> keys;
    private final Set<RecordId> deleted;

    /**
     * @param loaded the touched records that exist
     * @param keys for each referenced type, the keys of the referenced records that exist, by UUID
     * @param deleted touched records that do not exist because this site deleted them
     */
    KnownRecords(Collection<RecordState> loaded, Map<String, Map<String, Object>> keys, Set<RecordId> deleted) {
        this.keys = new HashMap<>(keys);
        this.deleted = deleted;
        loaded.forEach(state -> states.put(RecordId.of(state.type(), state.uuid()), state));
    }

    Collection<RecordState> states() {
        return states.values();
    }

    RecordState state(RecordType type, String uuid) {
        return states.computeIfAbsent(RecordId.of(type, uuid), id -> RecordState.absent(type, uuid));
    }

    /** Whether this site deleted the record, before this batch or in it. */
    boolean wasDeleted(RecordState state) {
        return state.wasDeleted() || deleted.contains(RecordId.of(state.type(), state.uuid()));
    }

    /** What a reference to the record holds: a local key, or the state of a record that this batch has created. */
    Optional<Object> reference(RecordType target, Object uuid) {
        var state = uuid instanceof String text ? states.get(new RecordId(target.root(), text)) : null;
        if (state != null) {
            return state.exists() ? Optional.of(state.isInsert() ? state : state.referenceKey()) : Optional.empty();
        }
        return Optional.ofNullable(keys.getOrDefault(target.name(), Map.of()).get(uuid));
    }
}
