package org.satchel.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.satchel.conflicts.SlotPlace.Shape;

class SlotPlaceTest {

    private static final ObjectNode USER = (ObjectNode)
            json("{'name': 'uwase', 'roles': ['nurse', 'clerk'], 'properties': {'lang': 'fr', 'size': 2}}");

    @Test
    void aFieldIsReadAndWrittenWhole() {
        var name = new SlotPlace("name", null, Shape.WHOLE);

        assertThat(name.read(USER)).isEqualTo(json("'uwase'"));
        assertThat(name.write(USER, json("null"))).isEqualTo(json("null"));
    }

    @Test
    void anEntryOfAMapLeavesTheOthersAlone() {
        var language = new SlotPlace("properties", json("'lang'"), Shape.ENTRY);

        assertThat(language.read(USER)).isEqualTo(json("'fr'"));
        assertThat(language.write(USER, json("'rw'"))).isEqualTo(json("{'lang': 'rw', 'size': 2}"));
        assertThat(language.write(USER, json("null"))).isEqualTo(json("{'size': 2}"));
    }

    @Test
    void anElementOfASetIsThereOrNot() {
        var nurse = new SlotPlace("roles", json("'nurse'"), Shape.ELEMENT);
        var doctor = new SlotPlace("roles", json("'doctor'"), Shape.ELEMENT);

        assertThat(nurse.read(USER)).isEqualTo(json("true"));
        assertThat(doctor.read(USER)).isEqualTo(json("false"));
        assertThat(nurse.write(USER, json("false"))).isEqualTo(json("['clerk']"));
        assertThat(doctor.write(USER, json("true"))).isEqualTo(json("['nurse', 'clerk', 'doctor']"));
        assertThatThrownBy(() -> doctor.write(USER, json("'doctor'"))).isInstanceOf(ConflictRefused.class);
    }

    @Test
    void numbersAreTheSameHoweverTheyAreWritten() {
        assertThat(SlotPlace.same(json("5"), json("5.0"))).isTrue();
        assertThat(SlotPlace.same(json("{'a': 5}"), json("{'a': 5E0}"))).isTrue();
        assertThat(SlotPlace.same(json("5"), json("'5'"))).isFalse();
    }

    static JsonNode json(String text) {
        return ConflictValues.readJson(text.replace('\'', '"'));
    }
}
