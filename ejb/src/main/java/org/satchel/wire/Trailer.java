package org.satchel.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The last line: without it a stream is cut.
 *
 * @param count the number of change sets
 * @param sha256 over every byte of the uncompressed stream before this line, in lower case hexadecimal
 */
record Trailer(long count, String sha256) {

    void encode(Json json, LineBuffer line) throws IOException {
        try (JsonGenerator out = json.generator(line)) {
            out.writeStartObject();
            out.writeNumberField(Members.COUNT, count);
            out.writeStringField(Members.SHA256, sha256);
            out.writeEndObject();
        }
    }

    /** Reads on after the name {@code count}. */
    static Trailer decode(JsonLine in) throws IOException {
        long count = in.number(Members.COUNT);
        String sha256 = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            if (name.equals(Members.SHA256)) {
                sha256 = in.once(sha256, in.string(name), name);
            } else {
                in.skip();
            }
        }
        return new Trailer(count, in.present(sha256, Members.SHA256));
    }
}
