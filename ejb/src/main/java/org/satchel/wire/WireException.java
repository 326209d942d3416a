package org.satchel.wire;

/**
 * A stream, or a change set's JSON, that is refused: why, at which line, and what to do next. Never quotes the stream, for it
 * holds patient data; for the same reason it keeps no cause of the JSON library, whose messages do.
 */
public class WireException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final WireCode code;
    private final long line;

    WireException(WireCode code, long line, String what) {
        super("line " + line + ": " + what + "; " + code.hint());
        this.code = code;
        this.line = line;
    }

    public WireCode code() {
        return code;
    }

    /** What to do next; the message ends with it too. */
    public String hint() {
        return code.hint();
    }

    /** The line, from 1; the header is line 1. */
    public long line() {
        return line;
    }
}
