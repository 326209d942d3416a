package org.satchel.ingest;

import java.util.List;
import java.util.stream.Stream;
import org.satchel.change.Change;
import org.satchel.change.Operation;

/**
 * One record's part of a parked change set, for whoever may see what waits but not the records.
 *
 * @param fields names of the fields and collections that it touches, sorted
 */
public record ParkedChange(String type, String uuid, Operation operation, List<String> fields) {

    static ParkedChange of(Change change) {
        var names = Stream.concat(change.fields().keySet().stream(), change.elements().keySet().stream());
        return new ParkedChange(
                change.type(),
                change.uuid(),
                change.operation(),
                names.distinct().sorted().toList());
    }
}
