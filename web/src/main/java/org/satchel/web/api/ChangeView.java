package org.satchel.web.api;

import java.util.List;
import java.util.stream.Stream;
import org.satchel.change.Change;
import org.satchel.change.Operation;

/**
 * A change as whoever may see the history, but not the records, sees it.
 *
 * @param type the record's entity name
 * @param uuid the record's UUID
 * @param operation what happened to it
 * @param fields names of the fields and collections that it touched, sorted; no values
 */
public record ChangeView(String type, String uuid, Operation operation, List<String> fields) {

    static ChangeView of(Change change) {
        var names = Stream.concat(change.fields().keySet().stream(), change.elements().keySet().stream());
        return new ChangeView(
                change.type(),
                change.uuid(),
                change.operation(),
                names.distinct().sorted().toList());
    }
}
