package org.satchel.conflicts;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.satchel.records.Reason;
import org.satchel.records.RecordRefused;
import org.satchel.records.Records;

/** A stored conflict beside what the record holds now. */
final class CurrentValues {

    private final Records records;

    CurrentValues(Records records) {
        this.records = records;
    }

    ConflictValues of(ConflictTable.Stored stored) {
        var entry = stored.entry();
        var record = record(entry);
        if (entry.slot() == null) {
            return new ConflictValues(null, NullNode.instance, NullNode.instance, record.orElse(null), false);
        }
        if (hidden(entry.type()).contains(entry.slot())) {
            var nothing = record.map(here -> NullNode.instance).orElse(null);
            return new ConflictValues(null, NullNode.instance, NullNode.instance, nothing, true);
        }
        var current = record.map(stored.place()::read).orElse(null);
        return new ConflictValues(stored.place().key(), stored.lost(), stored.stands(), current, false);
    }

    /** Empty if it is not here, or its type is none of this deployment any more. */
    private Optional<ObjectNode> record(ConflictEntry entry) {
        try {
            return Optional.of(records.find(entry.type(), entry.uuid()));
        } catch (RecordRefused refused) {
            if (refused.reason() == Reason.NOT_FOUND || refused.reason() == Reason.UNKNOWN_TYPE) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Set<String> hidden(String type) {
        try {
            return records.hidden(type);
        } catch (RecordRefused refused) {
            return Set.of();
        }
    }
}
