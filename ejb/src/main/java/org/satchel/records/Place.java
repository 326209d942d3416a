package org.satchel.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where in a request something stands, for refusals that can be acted on.
 *
 * @param index the record's place in the batch, from 0; {@link #ALONE} outside a batch
 * @param type the record's type
 * @param property the property; null for the record as a whole
 */
record Place(int index, String type, String property) {

    private static final Pattern UUID_LIKE = Pattern.compile("[0-9A-Za-z-]{32,38}");

    static final int ALONE = -1;

    static Place of(String type) {
        return new Place(ALONE, type, null);
    }

    Place at(String member) {
        return new Place(index, type, member);
    }

    RecordRefused malformed(String detail, String hint) {
        return new RecordRefused(Reason.MALFORMED, this, name() + detail, hint);
    }

    RecordRefused unknownType(Collection<String> known) {
        return new RecordRefused(
                Reason.UNKNOWN_TYPE,
                this,
                "There is no synchronised type of the name given.",
                "Use one of " + String.join(", ", known) + ".");
    }

    RecordRefused unknownProperty(Collection<String> known) {
        return new RecordRefused(
                Reason.UNKNOWN_PROPERTY,
                this,
                name() + "is not a property of this type.",
                type + " has uuid, " + String.join(", ", known) + ".");
    }

    RecordRefused unusable(String detail, String hint) {
        return new RecordRefused(Reason.UNKNOWN_PROPERTY, this, name() + detail, hint);
    }

    RecordRefused wrongValue(JsonNode got, String expected) {
        return new RecordRefused(
                Reason.WRONG_VALUE, this, name() + "was given " + kind(got) + ".", "Give " + expected + ".");
    }

    RecordRefused unknownReference(String target, String uuid, boolean later) {
        var shown = UUID_LIKE.matcher(uuid).matches() ? " " + uuid : " given";
        return new RecordRefused(
                Reason.UNKNOWN_REFERENCE,
                this,
                name() + "refers to a " + target + " that is not here: UUID" + shown + ".",
                later
                        ? "That " + target + " stands later in this batch: put it before the records that refer to it."
                        : "Create that " + target + " first, or before this record in the same batch.");
    }

    RecordRefused exists(String uuid) {
        return new RecordRefused(
                Reason.EXISTS,
                this,
                record() + " exists already: " + type + " " + uuid + ".",
                "Change it with PUT, or create it under another UUID.");
    }

    RecordRefused notFound() {
        return new RecordRefused(
                Reason.NOT_FOUND,
                this,
                "There is no " + type + " of that UUID at this site.",
                "Look for it with GET records/" + type + "; it may have been deleted, or not have arrived yet.");
    }

    RecordRefused authoredElsewhere(String site) {
        return new RecordRefused(
                Reason.AUTHORED_ELSEWHERE,
                this,
                type + " may be changed at one site only: " + site + ".",
                "Change it at " + site + ", or give the class another rule with PUT class-rules.");
    }

    private String name() {
        return property == null ? record() + ": " : type + "." + property + inBatch(index) + " ";
    }

    private String record() {
        return index == ALONE ? "The " + type : "Record " + index;
    }

    static String inBatch(int index) {
        return index == ALONE ? "" : " (record " + index + ")";
    }

    private static String kind(JsonNode node) {
        return node.isNull()
                ? "null"
                : "a value of the JSON kind " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
