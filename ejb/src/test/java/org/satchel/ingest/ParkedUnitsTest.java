package org.satchel.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.ingest.ParkedUnits.Touching;

class ParkedUnitsTest {

    private final UUID first = new UUID(0, 1);
    private final UUID second = new UUID(0, 2);
    private final UUID third = new UUID(0, 3);

    @Test
    void whatTouchesDifferentRecordsIsTriedApart() {
        var units = new ParkedUnits(List.of(new Touching(first, "a"), new Touching(second, "b")));
        assertThat(units.with(first)).containsExactly(first);
        assertThat(units.with(second)).containsExactly(second);
    }

    @Test
    void whatHangsTogetherOverAThirdIsOneUnitInTheOrderItCame() {
        var units = new ParkedUnits(List.of(
                new Touching(first, "a"),
                new Touching(second, "b"),
                new Touching(third, "b"),
                new Touching(third, "a")));
        assertThat(units.with(second)).containsExactly(first, second, third);
        assertThat(units.with(third)).containsExactly(first, second, third);
    }

    @Test
    void whatIsNotKnownStandsAlone() {
        assertThat(new ParkedUnits(List.of()).with(first)).containsExactly(first);
    }
}
