package org.satchel.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.satchel.wire.EncodedChangeSet;

/** What is encoded for one neighbour is at hand for the next, in bounded memory. */
class EncodedJournalTest {

    private final EncodedJournal journal = new EncodedJournal();

    @Test
    void handsOutWhatWasEncodedBefore() {
        var line = new EncodedChangeSet(7, new byte[] {'{', '}', '\n'});

        journal.put(line);

        assertThat(journal.at(7)).isSameAs(line);
        assertThat(journal.at(8)).isNull();
    }

    @Test
    void forgetsWhatWasAskedForLongestAgo() {
        for (int position = 1; position <= 100; position++) {
            journal.put(new EncodedChangeSet(position, new byte[1 << 20]));
            assertThat(journal.bytes()).isLessThanOrEqualTo(32L << 20);
        }

        assertThat(journal.at(1)).isNull();
        assertThat(journal.at(100)).isNotNull();
    }

    @Test
    void doesNotLetOneGiantPushOutAllOthers() {
        journal.put(new EncodedChangeSet(1, new byte[10]));

        journal.put(new EncodedChangeSet(2, new byte[20 << 20]));

        assertThat(journal.at(1)).isNotNull();
        assertThat(journal.at(2)).isNull();
    }
}
