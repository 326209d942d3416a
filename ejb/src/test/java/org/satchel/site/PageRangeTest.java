package org.satchel.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PageRangeTest {

    @Test
    void takesTheLargestPage() {
        assertThat(new PageRange(0, PageRange.MOST).size()).isEqualTo(PageRange.MOST);
    }

    @Test
    void refusesWhatIsNoPartOfAList() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageRange(-1, 10))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageRange(0, 0))
                .withMessageContaining("1 to 500");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageRange(0, PageRange.MOST + 1))
                .withMessageContaining("501");
    }
}
