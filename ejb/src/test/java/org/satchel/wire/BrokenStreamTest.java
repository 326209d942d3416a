package org.satchel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.satchel.change.ChangeSet;

/**
 * Promise 9 for the stream: whatever happened to it on its way, it is refused with a reason, and the reason tells no
 * secret.
 */
class BrokenStreamTest {

    private static final List<ChangeSet> SENT = List.of(Streams.rich(7), Streams.tiny(9));
    private static final byte[] STREAM = Streams.write(Streams.header(6, 12), SENT);
    private static final byte[] PLAIN = Streams.unzip(STREAM);
    private static final String[] LINES = new String(PLAIN, StandardCharsets.UTF_8).split("\n");

    @Test
    void refusesAStreamThatIsCutAtAnyByteOnTheWire() {
        for (int length = 0; length < STREAM.length; length++) {
            assertRefused(Arrays.copyOf(STREAM, length));
        }
    }

    @Test
    void refusesAStreamThatIsCutAtAnyByteBeforeCompression() {
        for (int length = 0; length < PLAIN.length; length++) {
            assertRefused(Streams.zip(Arrays.copyOf(PLAIN, length)), WireCode.TRUNCATED);
        }
    }

    @Test
    void refusesAStreamInWhichABitOfAnyByteIsFlipped() {
        for (int place = 0; place < PLAIN.length; place++) {
            assertRefused(Streams.zip(changed(PLAIN, place, 1 << place % 8)));
        }
    }

    @Property(tries = 2000)
    void refusesAStreamInWhichAnyByteIsChanged(@ForAll int place, @ForAll @IntRange(min = 1, max = 255) int mask) {
        assertRefused(Streams.zip(changed(PLAIN, Math.floorMod(place, PLAIN.length), mask)));
    }

    @Test
    void refusesOrReadsUnchangedWhateverBitIsFlippedOnTheWire() {
        for (int bit = 0; bit < STREAM.length * 8; bit++) {
            byte[] changed = changed(STREAM, bit / 8, 1 << bit % 8);
            Throwable refusal =
                    catchThrowable(() -> assertThat(Streams.read(changed)).isEqualTo(SENT));
            assertThat(refusal).satisfiesAnyOf(none -> assertThat(none).isNull(), some -> assertThat(some)
                    .isInstanceOf(WireException.class));
        }
    }

    @Property(tries = 300)
    void refusesWhatIsNoStreamAtAll(@ForAll byte[] bytes) {
        assertRefused(bytes, WireCode.NOT_A_STREAM);
    }

    @Test
    void refusesAStreamThatLostALine() {
        for (int lost = 1; lost < LINES.length - 1; lost++) {
            int without = lost;
            byte[] plain = lines(i -> i != without, LINES);
            assertRefused(Streams.zip(plain), WireCode.COUNT);
        }
    }

    @Test
    void refusesAStreamThatAnExceptionCutShort() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TransmissionWriter writer = new TransmissionWriter(out, Streams.header(0, 9))) {
            writer.write(Streams.tiny(1));
        }

        assertRefused(out.toByteArray(), WireCode.TRUNCATED);
    }

    @Test
    void refusesAnythingAfterTheTrailer() {
        assertRefused(Streams.zip(Streams.concat(PLAIN, new byte[] {'\n'})), WireCode.MALFORMED);
        assertRefused(Streams.concat(STREAM, STREAM), WireCode.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "7, 6", "6, 7", "13, 14"})
    void refusesPositionsThatDoNotAscendWithinTheRange(long first, long second) {
        String one = ChangeSetJson.write(Streams.tiny(first));
        String other = ChangeSetJson.write(Streams.tiny(second));

        assertRefused(Streams.sealed(LINES[0], one, other), WireCode.ORDER);
    }

    @Test
    void refusesToWriteOutOfOrderAndGoesOnWithoutIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TransmissionWriter writer = new TransmissionWriter(out, Streams.header(0, 5))) {
            writer.write(Streams.tiny(3));
            assertThatThrownBy(() -> writer.write(Streams.tiny(3)))
                    .isInstanceOf(WireException.class)
                    .hasMessageStartingWith("line 3: position 3 comes after 3");
            assertThatThrownBy(() -> writer.write(Streams.tiny(6))).isInstanceOf(WireException.class);
            writer.write(Streams.tiny(5));
            writer.finish();
            assertThatThrownBy(() -> writer.write(Streams.tiny(5))).isInstanceOf(IllegalStateException.class);
        }

        assertThat(Streams.read(out.toByteArray()))
                .extracting(ChangeSet::position)
                .containsExactly(3L, 5L);
    }

    @Test
    void namesTheFormatThatItCannotRead() {
        byte[] stream = Streams.sealed(LINES[0].replace("\"satchel\":1", "\"satchel\":2"));

        assertThat(assertRefused(stream, WireCode.UNKNOWN_FORMAT))
                .hasMessageContaining("format 2 came, this site reads 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"pos\":7}",
                "{\"pos\":\"7\"}",
                "{\"pos\":7.0}",
                "{\"pos\":0}",
                "{\"pos\":-7}",
                "{\"pos\":99999999999999999999}",
                "{\"pos\":7,\"pos\":7}",
                "{\"rev\":\"1-1-1-1-1\"}",
                "{\"at\":\"yesterday\"}",
                "{\"changes\":{}}",
                "{\"changes\":[7]}",
                "{\"changes\":[{}]}",
                "{\"changes\":[{\"op\":\"upsert\"}]}",
                "{\"changes\":[{\"fields\":[]}]}",
                "{\"changes\":[{\"fields\":{\"a\":1,\"a\":1}}]}",
                "{\"changes\":[{\"fields\":{\"a\":{}}}]}",
                "{\"changes\":[{\"elements\":{\"tags\":[{}]}}]}",
                "{\"changes\":[{\"elements\":{\"tags\":[{\"put\":1,\"take\":1}]}}]}",
                "{\"changes\":[{\"elements\":{\"tags\":[{\"put\":[]}]}}]}",
                "{\"x\":NaN}",
                "{\"x\":01}",
                "{'x':1}",
                "{\"x\":1}{\"x\":1}",
                "{\"x\":1} // y",
                " {\"x\":1}",
                "\uFEFF{\"x\":1}"
            })
    void refusesALineThatIsNoChangeSet(String line) {
        assertRefused(Streams.sealed(LINES[0], line), WireCode.MALFORMED);
    }

    @Test
    void refusesTextThatNoDatabaseCanHold() {
        String half = LINES[1].replace("Am\u00e9lie", "Am\\ud83dlie");

        assertRefused(Streams.sealed(LINES[0], half), WireCode.NOT_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "EDA0BD", "EDA0BDEDB890", "FF", "F4908080", "C3"})
    void refusesBytesThatAreNotUtf8(String hex) {
        String[] parts = LINES[1].split("clerk");
        byte[] bad = HexFormat.of().parseHex(hex);
        byte[] body = Streams.concat((LINES[0] + "\n" + parts[0]).getBytes(StandardCharsets.UTF_8), bad);
        body = Streams.concat(body, (parts[1] + "\n").getBytes(StandardCharsets.UTF_8));

        assertRefused(Streams.zip(Streams.concat(body, Streams.trailer(1, body))), WireCode.MALFORMED);
    }

    @Test
    void aRefusalSaysWhereAndWhatToDoButNothingOfTheContent() {
        String broken = LINES[1].replace("\"prefix\":\"\"", "\"prefix\":Secret");

        WireException refusal = assertRefused(Streams.sealed(LINES[0], broken), WireCode.MALFORMED);

        assertThat(refusal.line()).isEqualTo(2);
        assertThat(refusal).hasMessageStartingWith("line 2: ").hasMessageEndingWith(WireCode.MALFORMED.hint());
        assertThat(refusal.getMessage()).doesNotContain("Secret", "prefix", "clerk");
        assertThat(refusal).hasNoCause();
    }

    @Test
    void aRefusalNeverQuotesTheContent() {
        for (int i = 0; i < 500; i++) {
            byte[] plain = PLAIN.clone();
            plain[LINES[0].length() + i] ^= 0x15;
            assertThat(assertRefused(Streams.zip(plain)).getMessage()).doesNotContain("lie", "clerk", "5f3c1b2a");
        }
    }

    private interface Kept {
        boolean keeps(int line);
    }

    private static byte[] lines(Kept kept, String... lines) {
        StringBuilder some = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            some.append(kept.keeps(i) ? lines[i] + "\n" : "");
        }
        return some.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changed(byte[] bytes, int place, int mask) {
        byte[] changed = bytes.clone();
        changed[place] ^= (byte) mask;
        return changed;
    }

    private static WireException assertRefused(byte[] stream, WireCode code) {
        WireException refusal = assertRefused(stream);
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        return refusal;
    }

    private static WireException assertRefused(byte[] stream) {
        Throwable refusal = catchThrowable(() -> Streams.read(stream));
        assertThat(refusal).isInstanceOf(WireException.class);
        return (WireException) refusal;
    }
}
