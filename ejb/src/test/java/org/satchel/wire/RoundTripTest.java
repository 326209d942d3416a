package org.satchel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;

class RoundTripTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Domain(AnyChangeSet.class)
    void everyChangeSetComesBackEqual(@ForAll ChangeSet changeSet) throws IOException {
        Header header = Streams.header(changeSet.position() - 1, changeSet.position());

        assertThat(Streams.read(Streams.write(header, List.of(changeSet)))).containsExactly(changeSet);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Domain(AnyChangeSet.class)
    void everyChangeSetComesBackEqualFromItsJson(@ForAll ChangeSet changeSet) {
        assertThat(ChangeSetJson.read(ChangeSetJson.write(changeSet))).isEqualTo(changeSet);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    @Domain(AnyChangeSet.class)
    void whatIsSentOnIsWrittenTheSame(@ForAll ChangeSet changeSet) {
        String first = ChangeSetJson.write(changeSet);

        assertThat(ChangeSetJson.write(ChangeSetJson.read(first))).isEqualTo(first);
    }

    @Test
    void everyCharacterOfUnicodeComesBack() {
        StringBuilder all = new StringBuilder();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                all.appendCodePoint(point);
            }
        }

        assertThat(field(all.toString())).isEqualTo(all.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.10",
                "0",
                "5",
                "-0.00",
                "1E+3",
                "1E-300",
                "123456789012345678901234567890",
                "4.9E-324",
                "1.7E308"
            })
    void keepsEveryDigitOfADecimal(String digits) {
        assertThat(field(new BigDecimal(digits))).isEqualTo(new BigDecimal(digits));
    }

    @Test
    void tellsNullFromEmptyAndFromTheWordNull() {
        assertThat(field(null)).isNull();
        assertThat(field("")).isEqualTo("");
        assertThat(field("[null]")).isEqualTo("[null]");
        assertThat(field("null")).isEqualTo("null");
    }

    @Test
    void keepsTheWholeRangeOfLong() {
        assertThat(field(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(field(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void carriesATextOfAMegabyte() {
        String text = "caf\u00e9 ".repeat(200_000);

        assertThat(field(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDC1D", "\uDC1D\uD83D", "a\uD83Db", "\uD83D\uD83D\uDC1D"})
    void refusesToWriteHalfACharacterAndGoesOnWithoutIt(String broken) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TransmissionWriter writer = new TransmissionWriter(out, Streams.header(0, 9))) {
            assertThatThrownBy(() -> writer.write(Streams.withField(broken)))
                    .isInstanceOfSatisfying(
                            WireException.class, e -> assertThat(e.code()).isEqualTo(WireCode.NOT_TEXT));
            writer.write(Streams.tiny(2));
            writer.finish();
        }

        assertThat(Streams.read(out.toByteArray())).containsExactly(Streams.tiny(2));
    }

    @Test
    void refusesToWriteAValueThatIsNoWireValue() {
        assertThatThrownBy(() -> ChangeSetJson.write(Streams.withField('x')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Character");
    }

    @Test
    void refusesANumberThatWouldTakeAGigabyteToPrint() {
        assertThatThrownBy(() -> ChangeSetJson.write(Streams.withField(new BigDecimal("1E+1000000"))))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.code()).isEqualTo(WireCode.TOO_LARGE));
    }

    @Test
    void anElementMayBeAnObjectOfValues() {
        assertThat(ChangeSetJson.read(ChangeSetJson.write(Streams.rich(1)))).isEqualTo(Streams.rich(1));
    }

    private static Object field(Object value) {
        ChangeSet read = ChangeSetJson.read(ChangeSetJson.write(Streams.withField(value)));
        assertThat(read.changes()).hasSize(1);
        Change change = read.changes().get(0);
        assertThat(change.operation()).isEqualTo(Operation.MODIFIED);
        Map<String, Object> fields = change.fields();
        assertThat(fields).containsOnlyKeys("field");
        return fields.get("field");
    }
}
