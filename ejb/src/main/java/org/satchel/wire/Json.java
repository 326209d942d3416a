package org.satchel.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/**
 * JSON as the stream has it: UTF-8, within the limits. Names are canonical and interned, so that comparing them is
 * cheap.
 */
final class Json {

    /**
     * Digits in a number, and its decimal exponent: room for every double and MySQL decimal, too small to be an
     * attack.
     */
    static final int NUMBER_DIGITS = 2000;

    private static final Json WITHIN_DEFAULTS = new Json(Limits.DEFAULT);

    private final JsonFactory factory;

    private Json(Limits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.lineBytes())
                .maxNumberLength(NUMBER_DIGITS + 20)
                .build();
        factory = new JsonFactoryBuilder()
                .streamReadConstraints(constraints)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .configure(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8, true)
                .build();
    }

    /** A factory learns the names it meets, so the usual one is shared. */
    static Json within(Limits limits) {
        return limits.equals(Limits.DEFAULT) ? WITHIN_DEFAULTS : new Json(limits);
    }

    JsonGenerator generator(OutputStream out) throws IOException {
        return factory.createGenerator(out);
    }

    JsonLine parse(LineBuffer line) throws IOException {
        return new JsonLine(factory.createParser(line.bytes(), 0, line.length()), line.number());
    }
}
