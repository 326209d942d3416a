package org.satchel.change;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One record's part of a revision.
 *
 * <p>A <em>wire value</em> is null, a {@code String}, {@code Boolean}, {@code Long} or {@code BigDecimal}; bytes travel as Base64,
 * dates and times in ISO 8601, a reference as the referenced record's UUID.
 *
 * @param type the record's type: its JPA entity name
 * @param uuid the record's UUID, as its database holds it: up to 38 characters, not always of RFC 4122's form
 * @param operation what happened
 * @param fields wire values by field name, embedded ones as {@code owner.part}. ADDED carries every field that is not null, MODIFIED
 *     exactly the fields that changed, DELETED none
 * @param elements what changed in each collection, by collection name
 */
public record Change(
        String type,
        String uuid,
        Operation operation,
        Map<String, Object> fields,
        Map<String, List<ElementChange>> elements) {

    public Change {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(elements, "elements");
    }
}
