package org.satchel.clinic;

/** How long texts may be, in characters. */
final class Text {

    /** What a {@code mediumtext} of 2^24 - 1 bytes holds even if every character needs four. */
    static final int MEDIUM = 4_194_303;

    private Text() {}
}
