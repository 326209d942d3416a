package org.satchel.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.satchel.change.Change;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;

/** Reads one record's change; what it does not know there is skipped. */
final class ChangeDecoder {

    private String type;
    private String uuid;
    private Operation operation;
    private Map<String, Object> fields;
    private Map<String, List<ElementChange>> elements;

    private ChangeDecoder() {}

    /** Reads the members of an object whose start has been taken, to its end. */
    static Change decode(JsonLine in) throws IOException {
        ChangeDecoder decoder = new ChangeDecoder();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            decoder.take(in, name);
        }
        return decoder.change(in);
    }

    private void take(JsonLine in, String name) throws IOException {
        switch (name) {
            case Members.TYPE -> type = in.once(type, in.string(name), name);
            case Members.UUID -> uuid = in.once(uuid, in.string(name), name);
            case Members.OPERATION -> operation = in.once(operation, Operations.of(in.string(name), in), name);
            case Members.FIELDS -> {
                in.startObject();
                fields = in.once(fields, Values.readFields(in), name);
            }
            case Members.ELEMENTS -> elements = in.once(elements, elements(in), name);
            default -> in.skip();
        }
    }

    private static Map<String, List<ElementChange>> elements(JsonLine in) throws IOException {
        in.startObject();
        Map<String, List<ElementChange>> elements = new LinkedHashMap<>();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.require(Text.isWhole(name), "a name holds half a character");
            in.startArray("a collection");
            List<ElementChange> collection = new ArrayList<>();
            while (in.nextObject()) {
                collection.add(element(in));
            }
            in.require(elements.put(name, collection) == null, "a collection comes twice");
        }
        return elements;
    }

    private static ElementChange element(JsonLine in) throws IOException {
        Object key = null;
        Object value = null;
        Boolean present = null;
        boolean keyed = false;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            switch (name) {
                case Members.KEY -> {
                    in.require(!keyed, "key comes twice");
                    keyed = true;
                    key = Values.read(in);
                }
                case Members.PUT, Members.TAKE -> {
                    in.require(present == null, "an element has more than one put or take");
                    present = name.equals(Members.PUT);
                    value = Values.readElement(in);
                }
                default -> in.skip();
            }
        }
        return new ElementChange(in.present(present, "put or take"), key, value);
    }

    private Change change(JsonLine in) throws WireException {
        return new Change(
                in.present(type, Members.TYPE),
                in.present(uuid, Members.UUID),
                in.present(operation, Members.OPERATION),
                fields == null ? Map.of() : fields,
                elements == null ? Map.of() : elements);
    }
}
