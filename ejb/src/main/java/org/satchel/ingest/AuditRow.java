package org.satchel.ingest;

import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.satchel.change.Operation;
import org.satchel.model.RecordCollection;

/**
 * What Envers would have written, had the change been made here through the application.
 *
 * @param values the record's fields after the change (for a delete, before it)
 * @param changed which fields the change carried
 * @param elements elements that came or went
 */
record AuditRow(
        UUID revision,
        RecordState record,
        Operation operation,
        Object[] values,
        BitSet changed,
        List<Element> elements) {

    /**
     * @param parts the element's columns, in the order of the collection's
     */
    record Element(RecordCollection collection, boolean present, Object key, Object[] parts) {}

    boolean changes(RecordCollection collection) {
        return elements.stream().anyMatch(element -> element.collection() == collection);
    }
}
