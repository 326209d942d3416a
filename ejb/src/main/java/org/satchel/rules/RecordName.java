package org.satchel.rules;

import java.util.Objects;

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
}
