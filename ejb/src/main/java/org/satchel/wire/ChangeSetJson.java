package org.satchel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.satchel.change.ChangeSet;

/**
 * A single change set as a JSON string, in the form that it has as a line of the stream; for one that is kept aside.
 */
public final class ChangeSetJson {

    private static final Json JSON = Json.within(Limits.DEFAULT);

    private ChangeSetJson() {}

    /** The change set's line, without line feed. @throws WireException if it has none */
    public static String write(ChangeSet changeSet) {
        try {
            LineBuffer line = line();
            ChangeSetEncoder.encode(JSON, changeSet, line);
            return new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail like a file", e);
        }
    }

    /** The change set of such a line. @throws WireException if it is none */
    public static ChangeSet read(String text) {
        try {
            LineBuffer line = line();
            line.write(text.getBytes(StandardCharsets.UTF_8));
            return JsonLine.read(JSON, line, in -> {
                in.startObject();
                return ChangeSetDecoder.decode(in, in.nextName());
            });
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail like a file", e);
        }
    }

    private static LineBuffer line() {
        LineBuffer line = new LineBuffer(Limits.DEFAULT.lineBytes());
        line.start(1);
        return line;
    }
}
