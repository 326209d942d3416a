package org.satchel.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsertLevelsTest {

    private final InsertLevels batch = new InsertLevels();

    private static class Person {}

    private static class User {}

    private static class Note {}

    @Test
    void needsOneLevelWhereTypesFormNoCircle() {
        var person = add(new Person());
        var note = add(new Note(), person);

        assertThat(batch.levels()).containsExactly(List.of(person, note));
    }

    @Test
    void putsWhatIsReferredToInACircleALevelEarlier() {
        var first = add(new Person());
        var user = add(new User(), first);
        var second = add(new Person(), user);
        var note = add(new Note(), second);

        assertThat(batch.levels()).containsExactly(List.of(first), List.of(user), List.of(second, note));
    }

    @Test
    void putsGroupsOfOneTypeInAsManyLevelsAsTheyAreDeep() {
        var records = new ArrayList<Note>();
        for (int i = 0; i < 100; i++) {
            records.add(i % 5 == 0 ? add(new Note()) : add(new Note(), records.get(i - i % 5)));
        }

        assertThat(batch.levels()).hasSize(2);
    }

    @Test
    void countsALevelAcrossATypeOutsideTheCircle() {
        var first = add(new Note());
        var person = add(new Person(), first);
        var second = add(new Note(), person, first);

        assertThat(batch.levels()).containsExactly(List.of(first), List.of(person), List.of(second));
    }

    private <T> T add(T entity, Object... referred) {
        batch.add(entity, List.of(referred));
        return entity;
    }
}
