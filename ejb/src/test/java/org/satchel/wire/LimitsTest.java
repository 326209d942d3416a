package org.satchel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.satchel.change.ChangeSet;

class LimitsTest {

    private static final Limits SMALL = new Limits(2000, 16, 3);

    @Test
    void refusesALineThatIsTooLong() {
        byte[] stream = Streams.write(Streams.header(0, 1), List.of(Streams.withField("x".repeat(2000))));

        assertTooLarge(stream);
    }

    @Test
    void refusesAStreamWithTooManyChangeSets() {
        List<ChangeSet> four = List.of(Streams.tiny(1), Streams.tiny(2), Streams.tiny(3), Streams.tiny(4));

        assertTooLarge(Streams.write(Streams.header(0, 4), four));
    }

    @Test
    void refusesALineThatNestsTooDeep() {
        String nested = "[".repeat(17) + "]".repeat(17);
        String line = ChangeSetJson.write(Streams.tiny(1)).replaceFirst("}$", ",\"x\":" + nested + "}");

        assertTooLarge(Streams.sealed(header(), line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E-999999999", "1E9036854775808", "1E99999999999999999999", "1E2001"})
    void refusesANumberThatIsShortToWriteButHugeToUse(String number) {
        String line = ChangeSetJson.write(Streams.withField(1L)).replace("\"field\":1", "\"field\":" + number);

        assertTooLarge(Streams.sealed(header(), line));
    }

    @Test
    void refusesABombThatUnpacksToOneEndlessLine() {
        byte[] bomb = Streams.zip(new byte[100_000_000]);

        assertThatThrownBy(() -> Streams.read(bomb))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.code()).isEqualTo(WireCode.TOO_LARGE));
    }

    @Test
    void refusesToWriteWhatNoReaderWouldTakeAndGoesOnWithoutIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TransmissionWriter writer = new TransmissionWriter(out, Streams.header(0, 9), SMALL)) {
            assertThatThrownBy(() -> writer.write(Streams.withField("x".repeat(2000))))
                    .isInstanceOf(WireException.class)
                    .hasMessageStartingWith("line 2: the line is longer than 2000 bytes");
            writer.write(Streams.tiny(2));
            writer.finish();
        }

        assertThat(Streams.read(out.toByteArray(), SMALL)).containsExactly(Streams.tiny(2));
    }

    private static String header() {
        return new String(Streams.unzip(Streams.write(Streams.header(0, 1), List.of())), StandardCharsets.UTF_8)
                .split("\n")[0];
    }

    private static void assertTooLarge(byte[] stream) {
        assertThatThrownBy(() -> Streams.read(stream, SMALL))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.code()).isEqualTo(WireCode.TOO_LARGE));
    }
}
