package org.satchel.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.satchel.conflicts.ConflictEntry;
import org.satchel.conflicts.ConflictValues;

/**
 * One conflict.
 *
 * @param values null for whoever may not see records
 */
public record ConflictView(ConflictEntry conflict, Values values) {

    /**
     * In the form of a record's JSON; for an element of a set true or false.
     *
     * @param key the map's key or the set's element
     * @param lost what gave way
     * @param stands what stood when it was noted
     * @param current what the record holds now
     * @param recordHere false if the record is not at this site any more
     * @param hidden whether the property is never shown; then the values are null
     */
    public record Values(
            @Schema(implementation = Object.class) JsonNode key,
            @Schema(implementation = Object.class) JsonNode lost,
            @Schema(implementation = Object.class) JsonNode stands,
            @Schema(implementation = Object.class) JsonNode current,
            boolean recordHere,
            boolean hidden) {

        static Values of(ConflictValues values) {
            return new Values(
                    values.key(),
                    values.lost(),
                    values.stands(),
                    values.current(),
                    values.isRecordHere(),
                    values.hidden());
        }
    }
}
