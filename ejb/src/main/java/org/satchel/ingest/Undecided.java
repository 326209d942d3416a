package org.satchel.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.model.EntityModel;
import org.satchel.rules.RecordName;
import org.satchel.rules.Sender;
import org.satchel.rules.Touch;

/**
 * Records about which something is still to be decided: by the parent, because a change of theirs is unsettled, or here, because a change set of
 * the parent's is parked. On the caller's connection.
 */
final class Undecided {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Connection connection;
    private final EntityModel model;

    Undecided(Connection connection, EntityModel model) {
        this.connection = connection;
        this.model = model;
    }

    Set<RecordName> among(Sender parent, Collection<RecordName> records) throws SQLException {
        var batch = List.of(after(records));
        var known = new StateLoader(connection, model).load(List.of(), List.of());
        TouchReader.read(connection, model, parent, batch, known);
        var found = new HashSet<RecordName>();
        known.states().stream()
                .filter(state -> state.touches().stream().anyMatch(Undecided::isUnsettled))
                .forEach(state -> found.add(new RecordName(state.type(), state.uuid())));
        var parking = Parking.of(connection, parent, batch, parent.link());
        records.stream()
                .filter(record -> !parking.late(List.of(record.uuid())).isEmpty())
                .forEach(found::add);
        return found;
    }

    private static boolean isUnsettled(Touch touch) {
        return touch.parentPosition() == Touch.NOT_YET;
    }

    /** A change set after all that the parent has. */
    private static ChangeSet after(Collection<RecordName> records) {
        var changes = records.stream()
                .map(record -> new Change(record.type(), record.uuid(), Operation.MODIFIED, Map.of(), Map.of()))
                .toList();
        return new ChangeSet(Touch.NOT_YET, 0, NOBODY, NOBODY, "", Instant.EPOCH, changes, Map.of());
    }
}
