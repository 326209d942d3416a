package org.satchel.wire;

/**
 * A stream, or a change set's JSON, that is refused: why, at which line, and what to do next. Never quotes the
 * stream, for it holds patient data; for the same reason it keeps no cause of the JSON library, whose messages do.
 */
public class WireException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final WireCode code;
    private final String detail;
    private final long line;

    WireException(WireCode code, long line, String what) {
        super("line " + line + ": " + what + "; " + code.hint());
        this.code = code;
        this.detail = "line " + line + ": " + what;
        this.line = line;
    }

    public WireCode code() {
        return code;
    }

    /** Where and what, without the hint with which the message ends. */
    public String detail() {
        return detail;
    }

    /** The line, from 1; the header is line 1. */
    public long line() {
        return line;
    }
}
