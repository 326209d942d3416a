package org.satchel.conflicts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.satchel.conflicts.ConflictTable.Stored;
import org.satchel.records.Reason;
import org.satchel.records.RecordRefused;
import org.satchel.records.Records;

/** What a person decides about some conflicts, in one transaction: the records' writes, then what became of each conflict. */
final class Decision {

    private record RecordName(String type, String uuid) {

        static RecordName of(ConflictEntry entry) {
            return new RecordName(entry.type(), entry.uuid());
        }
    }

    /** A record as it is, and what of it is to change. */
    private record Draft(ObjectNode current, ObjectNode changes) {}

    private final ConflictTable table;
    private final Records records;
    private final Instant now;
    private final String account;
    private final String reason;
    private final Map<RecordName, Draft> drafts = new LinkedHashMap<>();
    private final Set<RecordName> deletions = new LinkedHashSet<>();

    Decision(ConflictTable table, Records records, Instant now, String account, String reason) {
        this.table = table;
        this.records = records;
        this.now = now;
        this.account = account;
        this.reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    void putBack(Collection<Long> ids) {
        for (long id : new TreeSet<>(ids)) {
            var stored = undecided(id);
            if (stored.entry().slot() == null) {
                deletions.add(RecordName.of(stored.entry()));
            } else {
                give(stored, stored.lost());
            }
            end(id, ConflictState.PUT_BACK);
        }
        write();
    }

    void decide(Map<Long, JsonNode> values) {
        for (long id : new TreeSet<>(values.keySet())) {
            var stored = undecided(id);
            if (stored.entry().slot() == null) {
                throw ConflictRefused.wholeRecord(stored.entry());
            }
            var changed = give(stored, values.get(id));
            end(id, changed ? ConflictState.PUT_BACK : ConflictState.DISMISSED);
        }
        write();
    }

    void dismiss(Collection<Long> ids) {
        for (long id : new TreeSet<>(ids)) {
            undecided(id);
            end(id, ConflictState.DISMISSED);
        }
    }

    private Stored undecided(long id) {
        table.lock(id);
        var stored = table.stored(id).orElseThrow(() -> ConflictRefused.unknown(id));
        if (!stored.entry().state().isUndecided()) {
            throw ConflictRefused.decided(stored.entry());
        }
        return stored;
    }

    /** Answers whether the record does not have the value already. */
    private boolean give(Stored stored, JsonNode value) {
        var draft = draft(stored);
        var place = stored.place();
        var before = draft.current().path(place.name());
        boolean shown = !before.isMissingNode();
        if (shown && SlotPlace.same(place.read(draft.current()), value)) {
            return false;
        }
        var member = place.write(draft.current(), value);
        draft.changes().set(place.name(), member);
        if (shown) {
            // The next element of the same collection is written beside this one.
            draft.current().set(place.name(), member);
        }
        return true;
    }

    private Draft draft(Stored stored) {
        var entry = stored.entry();
        return drafts.computeIfAbsent(
                RecordName.of(entry), name -> new Draft(current(entry), JsonNodeFactory.instance.objectNode()));
    }

    private ObjectNode current(ConflictEntry entry) {
        try {
            return records.find(entry.type(), entry.uuid());
        } catch (RecordRefused refused) {
            throw refused.reason() == Reason.NOT_FOUND ? ConflictRefused.gone(entry) : refused;
        }
    }

    private void write() {
        deletions.forEach(name -> records.delete(name.type(), name.uuid()));
        drafts.forEach((name, draft) -> {
            if (!draft.changes().isEmpty() && !deletions.contains(name)) {
                records.change(name.type(), name.uuid(), draft.changes());
            }
        });
    }

    private void end(long id, ConflictState state) {
        table.decided(id, state, now, account, reason);
    }
}
