package org.satchel.digest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Records of a type that follow one another in the order of their UUIDs, as the database sorts them.
 *
 * @param after the UUID before the first of them, be there such a record or not; null: from the beginning
 * @param upTo the UUID that none of them comes after; null: to the end
 */
public record RecordRange(String type, String after, String upTo) {

    public RecordRange {
        Objects.requireNonNull(type, "type");
    }

    static RecordRange whole(String type) {
        return new RecordRange(type, null, null);
    }

    /** Its UUIDs, as far as there are any: after, then up to. */
    List<String> bounds() {
        return Stream.of(after, upTo).filter(Objects::nonNull).toList();
    }

    boolean isWhole() {
        return after == null && upTo == null;
    }

    /** What of it comes after that UUID. */
    RecordRange from(String uuid) {
        return new RecordRange(type, uuid, upTo);
    }

    /** What of it does not come after that UUID. */
    RecordRange to(String uuid) {
        return new RecordRange(type, after, uuid);
    }
}
