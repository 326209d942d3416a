package org.satchel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.rules.ParkedUnits.Naming;

class ParkedUnitsTest {

    private final UUID first = new UUID(0, 1);
    private final UUID second = new UUID(0, 2);
    private final UUID third = new UUID(0, 3);

    @Test
    void whatTouchesDifferentRecordsIsTriedApart() {
        var units = new ParkedUnits(List.of(new Naming(first, "a", true), new Naming(second, "b", true)));
        assertThat(units.with(first)).containsExactly(first);
        assertThat(units.with(second)).containsExactly(second);
    }

    @Test
    void whatHangsTogetherOverAThirdIsOneUnitInTheOrderItCame() {
        var units = new ParkedUnits(List.of(
                new Naming(first, "a", true),
                new Naming(second, "b", true),
                new Naming(third, "b", true),
                new Naming(third, "a", true)));
        assertThat(units.with(second)).containsExactly(first, second, third);
        assertThat(units.with(third)).containsExactly(first, second, third);
    }

    @Test
    void whatIsNotKnownStandsAlone() {
        assertThat(new ParkedUnits(List.of()).with(first)).containsExactly(first);
    }

    @Test
    void whatOneNeedsAndAnotherChangesBelongsTogether() {
        var units = new ParkedUnits(
                List.of(new Naming(first, "a", true), new Naming(first, "b", false), new Naming(second, "b", true)));
        assertThat(units.all()).containsExactly(List.of(first, second));
    }

    @Test
    void isTriedAsAWholeThenByRecordsThenOneByOne() {
        var units = new ParkedUnits(List.of(
                new Naming(first, "a", true),
                new Naming(second, "a", true),
                new Naming(second, "b", false),
                new Naming(third, "b", true)));
        var tried = new java.util.ArrayList<List<UUID>>();

        var staying = units.retry(units.with(first), together -> {
            tried.add(together);
            return together.contains(first)
                    ? java.util.Optional.of(new NotApplicable("no"))
                    : java.util.Optional.empty();
        });

        assertThat(tried)
                .containsExactly(List.of(first, second, third), List.of(first, second), List.of(first), List.of(third));
        assertThat(staying).extracting(ParkedUnits.Staying::revision).containsExactly(first, second);
        assertThat(staying.get(1).why()).as("it only waits for the first").isNull();
    }

    @Test
    void whatASenderDidBeforeToARecordIsRejectedFirst() {
        var units = new ParkedUnits(List.of(new Naming(first, "a", true), new Naming(second, "a", true)));
        assertThat(units.mayReject(first)).isTrue();
        assertThat(units.mayReject(second)).isFalse();
    }
}
