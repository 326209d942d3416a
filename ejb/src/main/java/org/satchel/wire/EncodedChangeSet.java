package org.satchel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.satchel.change.ChangeSet;

/**
 * A change set in the form that it has on the wire, so that it is encoded once for all neighbours.
 *
 * @param position the sender's position of it
 * @param line its line, with the line feed; not to be changed
 */
public record EncodedChangeSet(long position, byte[] line) {

    private static final Json JSON = Json.within(Limits.DEFAULT);

    /** @throws WireException if it has no form on the wire */
    public static EncodedChangeSet of(ChangeSet changeSet) {
        try {
            var buffer = new LineBuffer(Limits.DEFAULT.lineBytes());
            buffer.start(1);
            ChangeSetEncoder.encode(JSON, changeSet, buffer);
            buffer.write('\n');
            return new EncodedChangeSet(changeSet.position(), Arrays.copyOf(buffer.bytes(), buffer.length()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail like a file", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedChangeSet one && position == one.position && Arrays.equals(line, one.line);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }
}
