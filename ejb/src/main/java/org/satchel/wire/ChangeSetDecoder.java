package org.satchel.wire;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;

/** Reads one change set; collects the members of its envelope in whatever order they come. */
final class ChangeSetDecoder {

    private Long position;
    private Long seen;
    private UUID revision;
    private UUID origin;
    private String author;
    private Instant at;
    private List<Change> changes;
    private Map<String, Object> extra = Map.of();

    private ChangeSetDecoder() {}

    /** Reads the members of an object whose start and first name have been taken, to its end. */
    static ChangeSet decode(JsonLine in, String firstName) throws IOException {
        ChangeSetDecoder decoder = new ChangeSetDecoder();
        for (String name = firstName; name != null; name = in.nextName()) {
            decoder.take(in, name);
        }
        return decoder.changeSet(in);
    }

    private void take(JsonLine in, String name) throws IOException {
        switch (name) {
            case Members.POSITION -> position = in.once(position, in.number(name), name);
            case Members.SEEN -> seen = in.once(seen, in.number(name), name);
            case Members.REVISION -> revision = in.once(revision, in.uuid(name), name);
            case Members.ORIGIN -> origin = in.once(origin, in.uuid(name), name);
            case Members.AUTHOR -> author = in.once(author, in.string(name), name);
            case Members.AT -> at = in.once(at, instant(in), name);
            case Members.CHANGES -> changes = in.once(changes, changes(in), name);
            default -> keep(in, name);
        }
    }

    private static Instant instant(JsonLine in) throws IOException {
        try {
            return Instant.parse(in.string(Members.AT));
        } catch (DateTimeException e) {
            throw in.malformed(Members.AT + " is no instant in ISO 8601");
        }
    }

    private static List<Change> changes(JsonLine in) throws IOException {
        in.startArray(Members.CHANGES);
        List<Change> changes = new ArrayList<>();
        while (in.nextObject()) {
            changes.add(ChangeDecoder.decode(in));
        }
        return changes;
    }

    /** In the envelope null says the same as absent. */
    private void keep(JsonLine in, String name) throws IOException {
        in.require(Text.isWhole(name), "a name holds half a character");
        Object value = Values.readUnknown(in);
        if (value != null) {
            extra = extra.isEmpty() ? new LinkedHashMap<>() : extra;
            in.require(extra.put(name, value) == null, "an unknown member comes twice");
        }
    }

    private ChangeSet changeSet(JsonLine in) throws WireException {
        in.require(in.present(position, Members.POSITION) > 0, Members.POSITION + " counts from 1");
        return new ChangeSet(
                position,
                seen == null ? 0 : seen,
                in.present(revision, Members.REVISION),
                in.present(origin, Members.ORIGIN),
                in.present(author, Members.AUTHOR),
                in.present(at, Members.AT),
                in.present(changes, Members.CHANGES),
                extra);
    }
}
