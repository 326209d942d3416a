package org.satchel.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of the dump as the record it becomes.
 *
 * @param record all that is no reference
 * @param references by property, what it refers to
 */
record DumpRow(String type, String uuid, ObjectNode record, Map<String, DumpRow> references) {

    DumpRow(String type, String uuid, ObjectNode record) {
        this(type, uuid, record, new LinkedHashMap<>());
    }

    /** Rows are compared as themselves: references may go in circles. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return uuid.hashCode();
    }
}
