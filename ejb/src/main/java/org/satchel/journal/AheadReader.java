package org.satchel.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.satchel.model.EntityModel;
import org.satchel.rules.Ahead;

/**
 * Reads what of a backlog goes ahead. A backlog of a million costs one pass over its revisions; what is read and remembered is bounded by what may
 * go ahead, because it is asked for each of those records who else changed it, and not the other way round. On the caller's connection.
 */
final class AheadReader {

    private final Connection connection;
    private final EntityModel model;
    private final Backlog backlog;

    AheadReader(Connection connection, EntityModel model, Backlog backlog) {
        this.connection = connection;
        this.model = model;
        this.backlog = backlog;
    }

    /** @param soon what comes up to there comes with the next transmission in line anyway, and is not worth sending twice */
    JournalRange range(int mostChanges, long soon) throws SQLException {
        var candidates = new Entries(connection).candidates(backlog, mostChanges);
        if (!candidates.isEmpty() && candidates.end() <= soon) {
            return candidates.upTo(soon);
        }
        var going = candidates.with(going(candidates));
        return going.isEmpty() || going.end() <= soon ? candidates.with(List.of()) : going;
    }

    private List<JournalEntry> going(JournalRange candidates) throws SQLException {
        var entries = new Entries(connection);
        var types = new AheadTypes(model);
        var inLine = new InLineReader(connection, model, types, backlog, candidates.to());
        var ahead = new Ahead(types, inLine);
        var going = new ArrayList<JournalEntry>();
        for (List<JournalEntry> chunk : candidates.chunks()) {
            var changeSets = entries.changeSets(chunk, model);
            inLine.lookUp(changeSets);
            for (int i = 0; i < chunk.size(); i++) {
                if (ahead.goes(changeSets.get(i))) {
                    going.add(chunk.get(i));
                }
            }
        }
        return going;
    }
}
