package org.satchel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;

/**
 * The form on the wire is a promise to sites that we cannot upgrade: these files change only together with the
 * format's number.
 */
class GoldenStreamTest {

    @Test
    void writesTheStreamOfTheSpecificationByteForByte() throws IOException {
        byte[] stream = Streams.write(Streams.header(6, 12), List.of(Streams.rich(7), Streams.tiny(9)));

        assertThat(text(Streams.unzip(stream))).isEqualTo(text(golden("transmission-1.jsonl")));
    }

    @Test
    void readsTheStreamOfTheSpecification() throws IOException {
        assertThat(Streams.read(Streams.zip(golden("transmission-1.jsonl"))))
                .containsExactly(Streams.rich(7), Streams.tiny(9));
    }

    @Test
    void anEmptyStreamIsAHeaderAndATrailer() throws IOException {
        byte[] stream = Streams.write(Streams.header(12, 20), List.of());

        assertThat(text(Streams.unzip(stream))).isEqualTo(text(golden("transmission-empty.jsonl")));
        assertThat(Streams.read(stream)).isEmpty();
    }

    @Test
    void aHeaderTellsWhetherItsChangeSetsComeAhead() throws IOException {
        var place = Streams.header(6, 12);
        var ahead = Header.ahead(place.transmission(), place.site(), place.incarnation(), 6, 12, "1", null);
        byte[] stream = Streams.write(ahead, List.of(Streams.tiny(9)));

        assertThat(text(Streams.unzip(stream))).contains("\"to\":12,\"schema\":\"1\",\"ahead\":true}");
        assertThat(TransmissionReader.verify(new ByteArrayInputStream(stream))).isEqualTo(ahead);
    }

    @Test
    void readsAStreamOfAnotherVersionWithMembersItDoesNotKnowInAnyOrder() throws IOException {
        byte[] stream = Streams.zip(golden("transmission-unknown-members.jsonl"));

        try (TransmissionReader reader = new TransmissionReader(new ByteArrayInputStream(stream))) {
            assertThat(reader.header()).isEqualTo(Streams.header(0, 1));
            ChangeSet changeSet = reader.next();
            assertThat(changeSet.changes())
                    .extracting(Change::fields)
                    .containsExactly(Map.of("name", "Kirehe", "latitude", new BigDecimal("-2.10")));
            assertThat(changeSet.extra())
                    .isEqualTo(Map.of("until", 41L, "labels", List.of("a", Map.of("b", new BigDecimal("1.50")))));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void passesOnTheMembersOfTheEnvelopeThatItDoesNotKnow() throws IOException {
        List<ChangeSet> read = Streams.read(Streams.zip(golden("transmission-unknown-members.jsonl")));

        assertThat(Streams.read(Streams.write(Streams.header(0, 1), read))).isEqualTo(read);
        assertThat(ChangeSetJson.write(read.get(0))).endsWith(",\"labels\":[\"a\",{\"b\":1.50}],\"until\":41}");
    }

    @Test
    void theExampleInTheDocumentIsARealStream() throws IOException {
        String document = Files.readString(Path.of("../docs/protocol.md"));

        assertThat(document).contains("```json\n" + text(golden("transmission-example.jsonl")) + "```");
        assertThat(Streams.read(Streams.zip(golden("transmission-example.jsonl"))))
                .hasSize(1);
    }

    @Test
    void theDocumentNamesEveryReasonForARefusal() throws IOException {
        String document = Files.readString(Path.of("../docs/protocol.md"));

        assertThat(WireCode.values()).allSatisfy(code -> assertThat(document)
                .contains("| `" + code.slug() + "` | " + (code == WireCode.TOO_LARGE ? 413 : 400) + " | "
                        + (code.retryable() ? "yes" : "no") + " |"));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = GoldenStreamTest.class.getResourceAsStream("/wire/" + name)) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
