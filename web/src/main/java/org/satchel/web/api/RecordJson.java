package org.satchel.web.api;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads records out of a body: numbers to the last digit, and nothing twice or left over. */
final class RecordJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private RecordJson() {}

    static ObjectNode object(InputStream body) throws IOException {
        return present(MAPPER.readValue(body, ObjectNode.class));
    }

    static List<ObjectNode> array(InputStream body) throws IOException {
        List<ObjectNode> all = present(MAPPER.readValue(body, new TypeReference<List<ObjectNode>>() {}));
        all.forEach(RecordJson::present);
        return all;
    }

    private static <T> T present(T read) {
        if (read == null) {
            throw new BadRequestException("The body holds null where a record belongs.");
        }
        return read;
    }
}
