package org.satchel.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.satchel.site.Uuids;

/** Reads the JSON of records to be made into drafts, each with its UUID. */
final class DraftReader {

    private static final Pattern UUID = Pattern.compile("[!-~]{1,38}");

    private final EntityManager entities;
    private final RecordShapes shapes;
    private final Uuids uuids;

    DraftReader(EntityManager entities, RecordShapes shapes, Uuids uuids) {
        this.entities = entities;
        this.shapes = shapes;
        this.uuids = uuids;
    }

    /** Drafts of a batch, in which each record names its type. */
    List<Draft> readAll(List<ObjectNode> batch) {
        var drafts = new ArrayList<Draft>(batch.size());
        for (int index = 0; index < batch.size(); index++) {
            var type = batch.get(index).path(RecordShape.TYPE);
            if (!type.isTextual()) {
                throw new Place(index, "?", null)
                        .malformed(
                                "member " + RecordShape.TYPE + " is missing.",
                                "In a batch each record names its type, such as {\"" + RecordShape.TYPE
                                        + "\": \"Person\"}.");
            }
            drafts.add(read(type.textValue(), batch.get(index), index));
        }
        return drafts;
    }

    Draft read(String type, ObjectNode json, int index) {
        var place = new Place(index, type, null);
        var shape = shapes.shape(entities, place);
        checkType(json, place);
        if (shape.isAbstract()) {
            throw place.malformed(
                    "no record is of exactly this type.", "Name one of the types that extend " + type + ".");
        }
        return Draft.of(json, shape, place, uuid(json, shape, place));
    }

    static void checkType(ObjectNode json, Place place) {
        var type = json.path(RecordShape.TYPE);
        if (!type.isMissingNode() && !place.type().equals(type.asText())) {
            throw place.malformed(
                    "member " + RecordShape.TYPE + " names another type than the address.",
                    "Leave it out, or send the record to the address of its type.");
        }
    }

    private String uuid(ObjectNode json, RecordShape shape, Place place) {
        var own = given(json, RecordShape.UUID, place);
        if (shape.lender().isEmpty()) {
            return own == null ? uuids.next().toString() : own;
        }
        var name = shape.lender().get().name();
        var lent = given(json, name, place);
        if (lent == null) {
            throw place.at(name).wrongValue(json.path(name), "the UUID of the record whose UUID this one shares");
        }
        if (own != null && !own.equals(lent)) {
            throw place.at(RecordShape.UUID)
                    .malformed(
                            "differs from " + name + ".",
                            "Leave it out: a " + shape.name() + " has the UUID of its " + name + ".");
        }
        return lent;
    }

    private static String given(ObjectNode json, String member, Place place) {
        JsonNode node = json.path(member);
        if (RecordMember.isNothing(node)) {
            return null;
        }
        if (!node.isTextual() || !UUID.matcher(node.textValue()).matches()) {
            throw place.at(member).wrongValue(node, "a UUID as a text of 1 to 38 visible ASCII characters");
        }
        return node.textValue();
    }
}
