package org.satchel.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.ElementChange;

/** Writes a change set as one JSON object, always in the same form. */
final class ChangeSetEncoder {

    private ChangeSetEncoder() {}

    /** Writes one line without its line feed; nothing that cannot be read back gets past here. */
    static void encode(Json json, ChangeSet changeSet, LineBuffer line) throws IOException {
        try (JsonGenerator out = json.generator(line)) {
            encode(out, changeSet);
        } catch (Unwritable e) {
            throw e.at(line.number());
        }
    }

    private static void encode(JsonGenerator out, ChangeSet changeSet) throws IOException {
        out.writeStartObject();
        out.writeNumberField(Members.POSITION, changeSet.position());
        if (changeSet.seen() > 0) {
            out.writeNumberField(Members.SEEN, changeSet.seen());
        }
        out.writeStringField(Members.REVISION, changeSet.revision().toString());
        out.writeStringField(Members.ORIGIN, changeSet.origin().toString());
        out.writeStringField(Members.AUTHOR, Values.whole(changeSet.author()));
        out.writeStringField(Members.AT, changeSet.at().toString());
        out.writeArrayFieldStart(Members.CHANGES);
        for (Change change : changeSet.changes()) {
            encode(out, change);
        }
        out.writeEndArray();
        encodeExtra(out, changeSet.extra());
        out.writeEndObject();
    }

    private static void encode(JsonGenerator out, Change change) throws IOException {
        out.writeStartObject();
        out.writeStringField(Members.TYPE, Values.whole(change.type()));
        out.writeStringField(Members.UUID, Values.whole(change.uuid()));
        out.writeStringField(Members.OPERATION, Operations.word(change.operation()));
        if (!change.fields().isEmpty()) {
            out.writeFieldName(Members.FIELDS);
            Values.writeMembers(out, change.fields());
        }
        if (!change.elements().isEmpty()) {
            encodeElements(out, change.elements());
        }
        out.writeEndObject();
    }

    private static void encodeElements(JsonGenerator out, Map<String, List<ElementChange>> elements)
            throws IOException {
        out.writeObjectFieldStart(Members.ELEMENTS);
        for (Map.Entry<String, List<ElementChange>> collection : elements.entrySet()) {
            out.writeArrayFieldStart(Values.whole(collection.getKey()));
            for (ElementChange element : collection.getValue()) {
                encode(out, element);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static void encode(JsonGenerator out, ElementChange element) throws IOException {
        out.writeStartObject();
        if (element.key() != null) {
            out.writeFieldName(Members.KEY);
            Values.write(out, element.key());
        }
        out.writeFieldName(element.present() ? Members.PUT : Members.TAKE);
        Values.write(out, element.value());
        out.writeEndObject();
    }

    /** By name, for the order in which they came is not kept. */
    private static void encodeExtra(JsonGenerator out, Map<String, Object> extra) throws IOException {
        if (extra.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Object> member : new TreeMap<>(extra).entrySet()) {
            out.writeFieldName(Values.whole(member.getKey()));
            Values.write(out, member.getValue());
        }
    }
}
