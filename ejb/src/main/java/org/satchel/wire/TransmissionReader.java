package org.satchel.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.satchel.change.ChangeSet;

/**
 * Reads a transmission: the header at once, then change set by change set.
 *
 * <p>What {@link #next} hands out is checked for form and order, but only when it has returned null are count and
 * checksum known to be right. So a receiver keeps the stream in a file, lets {@link #verify} read it, and applies it
 * in a second reading. Memory is bounded by the longest line. For one thread; closes what it reads from.
 */
public final class TransmissionReader implements Closeable {

    private final LineReader lines;
    private final Text text = new Text();
    private final Json json;
    private final Header header;
    private final Tally tally;
    private boolean ended;

    public TransmissionReader(InputStream in) throws IOException {
        this(in, Limits.DEFAULT);
    }

    /** Reads the header. @throws WireException if what comes is no transmission that this site can read */
    public TransmissionReader(InputStream in, Limits limits) throws IOException {
        lines = new LineReader(in, limits);
        json = Json.within(limits);
        LineBuffer first = lines.read();
        requireObject(first, WireCode.NOT_A_STREAM);
        header = JsonLine.read(json, first, HeaderCodec::decode);
        tally = new Tally(header, limits);
        tally.header(first);
    }

    /**
     * Reads a stream to its end and closes it: returns its header if it is whole, else throws {@link WireException}.
     */
    public static Header verify(InputStream in) throws IOException {
        try (TransmissionReader reader = new TransmissionReader(in)) {
            while (reader.next() != null) {
                // Reading is checking.
            }
            return reader.header();
        }
    }

    public Header header() {
        return header;
    }

    /**
     * The next change set, or null when all have been read and the stream has proved whole.
     *
     * @throws WireException if it is cut, changed, out of order or over a limit
     */
    public ChangeSet next() throws IOException {
        if (ended) {
            return null;
        }
        LineBuffer line = lines.read();
        requireObject(line, WireCode.MALFORMED);
        Object read = JsonLine.read(json, line, TransmissionReader::changeSetOrTrailer);
        if (read instanceof Trailer trailer) {
            end(trailer, line.number());
            return null;
        }
        ChangeSet changeSet = (ChangeSet) read;
        tally.check(changeSet.position(), line.number());
        tally.changeSet(changeSet.position(), line);
        return changeSet;
    }

    /** The number of change sets read so far. */
    public long count() {
        return tally.count();
    }

    private static Object changeSetOrTrailer(JsonLine in) throws IOException {
        in.startObject();
        String firstName = in.nextName();
        return Members.COUNT.equals(firstName) ? Trailer.decode(in) : ChangeSetDecoder.decode(in, firstName);
    }

    /** A line starts with its object: no byte order mark, no other encoding that the JSON library would recognise. */
    private void requireObject(LineBuffer line, WireCode otherwise) throws WireException {
        byte[] bytes = line.bytes();
        if (line.length() < 3 || bytes[0] != '{' || bytes[1] == 0 || !text.isUtf8(bytes, line.length())) {
            throw new WireException(otherwise, line.number(), "the line is no JSON object in UTF-8");
        }
    }

    private void end(Trailer announced, long line) throws IOException {
        ended = true;
        Trailer actual = tally.trailer();
        if (announced.count() != actual.count()) {
            throw new WireException(
                    WireCode.COUNT, line, announced.count() + " change sets announced, " + actual.count() + " came");
        }
        if (!announced.sha256().equals(actual.sha256())) {
            throw new WireException(WireCode.CHECKSUM, line, "the checksum differs: the stream was changed on its way");
        }
        lines.requireEnd();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
