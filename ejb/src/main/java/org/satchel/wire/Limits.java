package org.satchel.wire;

/**
 * What a stream may ask of its reader; a writer keeps to the same.
 *
 * @param lineBytes the longest line, its line feed included
 * @param depth how deep objects and arrays may nest in a line
 * @param changeSets the most change sets in a stream
 */
public record Limits(int lineBytes, int depth, long changeSets) {

    public static final Limits DEFAULT = new Limits(64 << 20, 64, 10_000_000);

    public Limits {
        if (lineBytes < 1 || depth < 8 || changeSets < 0) {
            throw new IllegalArgumentException("limits must leave room for a change set: " + lineBytes
                    + " bytes, depth " + depth + ", " + changeSets);
        }
    }
}
