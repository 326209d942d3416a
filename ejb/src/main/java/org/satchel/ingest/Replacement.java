package org.satchel.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;

/** A change set of which a person corrected one value. */
final class Replacement {

    private Replacement() {}

    static ChangeSet of(ChangeSet changeSet, String uuid, String field, Object value) {
        if (changeSet.changes().stream().noneMatch(change -> change.uuid().equals(uuid))) {
            throw new IllegalArgumentException("the change set does not change a record " + uuid);
        }
        List<Change> changes = changeSet.changes().stream()
                .map(change -> change.uuid().equals(uuid) ? with(change, field, value) : change)
                .toList();
        return changeSet.with(changes);
    }

    private static Change with(Change change, String field, Object value) {
        var fields = new LinkedHashMap<>(change.fields());
        fields.put(field, value);
        return new Change(change.type(), change.uuid(), change.operation(), fields, change.elements());
    }
}
