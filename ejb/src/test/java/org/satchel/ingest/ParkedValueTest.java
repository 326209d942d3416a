package org.satchel.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.satchel.model.ValueKind;

class ParkedValueTest {

    @Test
    void readsWhatAPersonTypedByTheKindOfTheField() {
        assertThat(value(ValueKind.INTEGER, null).read(" 12 ")).isEqualTo(12L);
        assertThat(value(ValueKind.DECIMAL, null).read("1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(value(ValueKind.BOOLEAN, null).read("true")).isEqualTo(true);
        assertThat(value(ValueKind.TEXT, null).read("12")).isEqualTo("12");
        assertThat(value(ValueKind.DATE, null).read("2026-11-25")).isEqualTo("2026-11-25");
    }

    @Test
    void leavesATextWhatIsNotOfTheKind() {
        assertThat(value(ValueKind.INTEGER, 3L).read("1.5")).isEqualTo("1.5");
        assertThat(value(ValueKind.FLOATING, null).read("1,5")).isEqualTo("1,5");
        assertThat(value(ValueKind.BOOLEAN, null).read("yes")).isEqualTo("yes");
    }

    @Test
    void nothingTypedIsNull() {
        assertThat(value(ValueKind.TEXT, "something").read("")).isNull();
    }

    @Test
    void whatWasNotChangedStaysAsItWasSent() {
        assertThat(value(ValueKind.TEXT, "").read("")).isEqualTo("");
        assertThat(value(ValueKind.TEXT, "two\r\nlines").read("two\nlines")).isEqualTo("two\r\nlines");
        assertThat(value(ValueKind.DECIMAL, new BigDecimal("1E+2")).read("100")).isEqualTo(new BigDecimal("1E+2"));
    }

    private static ParkedValue value(ValueKind kind, Object sent) {
        return new ParkedValue("field", kind, false, true, sent);
    }
}
