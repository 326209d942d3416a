package org.satchel.wire;

import java.io.IOException;

/** A value that no stream can hold, found before the line it would stand in is known. */
final class Unwritable extends IOException {

    private static final long serialVersionUID = 1;

    private final WireCode code;

    Unwritable(WireCode code, String what) {
        super(what);
        this.code = code;
    }

    WireException at(long line) {
        return new WireException(code, line, getMessage());
    }
}
