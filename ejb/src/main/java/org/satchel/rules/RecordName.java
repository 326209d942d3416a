package org.satchel.rules;

import java.util.List;
import java.util.Objects;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;

/**
 * Which record.
 *
 * @param type its entity name
 * @param uuid its UUID
 */
public record RecordName(String type, String uuid) {

    public RecordName {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(uuid, "uuid");
    }

    public static RecordName of(Change change) {
        return new RecordName(change.type(), change.uuid());
    }

    /** Those that it changes. */
    public static List<RecordName> of(ChangeSet changeSet) {
        return changeSet.changes().stream().map(RecordName::of).toList();
    }
}
