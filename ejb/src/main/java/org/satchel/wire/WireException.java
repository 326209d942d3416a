package org.satchel.wire;

import java.io.IOException;

/**
 * A stream, or a change set's JSON, that is refused: why, at which line, and what to do next. Never quotes the stream, for it
 * holds patient data; for the same reason it keeps no cause of the JSON library, whose messages do.
 */
public class WireException extends IOException {

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

    /** The line, from 1; the header is line 1. */
    public long line() {
        return line;
    }
}
