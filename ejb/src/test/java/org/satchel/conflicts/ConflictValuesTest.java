package org.satchel.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.satchel.conflicts.SlotPlaceTest.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.satchel.conflicts.ConflictValues.Form;

class ConflictValuesTest {

    @Test
    void takesATextAsItStands() {
        var values = values("'Ward'", "null", "'Ward, by the lake'");

        assertThat(values.form()).isEqualTo(Form.TEXT);
        assertThat(values.parse("name", "Store\r\n2")).isEqualTo(json("'Store\\n2'"));
        assertThat(values.parse("name", "")).isEqualTo(json("null"));
    }

    @Test
    void anEmptyTextIsWhatItWasThere() {
        assertThat(values("''", "'x'", "'y'").parse("name", "")).isEqualTo(json("''"));
    }

    @Test
    void takesANumberToItsLastDigit() {
        var values = values("null", "1.5", "2");

        assertThat(values.form()).isEqualTo(Form.NUMBER);
        assertThat(values.parse("weight", " 3.10 ").decimalValue()).hasToString("3.10");
        assertThatThrownBy(() -> values.parse("weight", "3,1")).isInstanceOf(ConflictRefused.class);
    }

    @Test
    void takesTrueOrFalse() {
        var values = values("true", "false", "true");

        assertThat(values.parse("retired", "false")).isEqualTo(json("false"));
        assertThatThrownBy(() -> values.parse("retired", "no")).isInstanceOf(ConflictRefused.class);
    }

    @Test
    void takesAListAsJson() {
        var values = values("['a']", "['b']", "[]");

        assertThat(values.parse("list", "[\"a\", \"b\"]")).isEqualTo(json("['a', 'b']"));
        assertThatThrownBy(() -> values.parse("list", "a, b")).isInstanceOf(ConflictRefused.class);
    }

    private static ConflictValues values(String current, String lost, String stands) {
        JsonNode now = json(current);
        return new ConflictValues(null, json(lost), json(stands), now, false);
    }
}
