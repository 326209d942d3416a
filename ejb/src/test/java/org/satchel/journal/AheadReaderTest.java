package org.satchel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.satchel.model.Priority;
import org.satchel.zoo.Zoo;
import org.satchel.zoo.ZooSite;

/** What of a backlog goes ahead, where cages and keepers do: causes still come before effects. */
class AheadReaderTest {

    private static final long NEIGHBOUR = 1;
    private static final int MANY = 1_000;

    private static ZooSite site;

    private long after;
    private long soon;

    @BeforeAll
    static void open() throws Exception {
        site = new ZooSite();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void nothingWaits() throws Exception {
        after = head();
        soon = after;
    }

    @Test
    void aCageGoesAheadOfTheAnimals() throws Exception {
        change(session -> session.persist(animal(null)));
        long cage = change(session -> session.persist(cage()));
        change(session -> session.persist(animal(null)));

        assertThat(ahead()).containsExactly(cage);
    }

    @Test
    void whatChangesAnAnimalTooStaysAndKeepsBackWhatComesAfterIt() throws Exception {
        var mixed = cage();
        var free = cage();
        change(session -> {
            session.persist(mixed);
            session.persist(animal(mixed));
        });
        long first = change(session -> session.persist(free));
        change(session -> session.find(Zoo.Cage.class, mixed.id).label = "later");
        long second = change(session -> session.find(Zoo.Cage.class, free.id).label = "later");

        assertThat(ahead()).containsExactly(first, second);
    }

    @Test
    void aDeletionStays() throws Exception {
        var cage = cage();
        long made = change(session -> session.persist(cage));
        change(session -> session.remove(session.find(Zoo.Cage.class, cage.id)));

        assertThat(ahead()).containsExactly(made);
    }

    @Test
    void aNameThatWasGivenUpIsNotTakenAhead() throws Exception {
        var bob = keeper("Bob " + after);
        change(session -> session.persist(bob));
        after = head();
        change(session -> {
            session.find(Zoo.Keeper.class, bob.id).name = "Robert " + after;
            session.persist(animal(null));
        });
        change(session -> session.persist(keeper("Bob " + after)));

        assertThat(ahead()).isEmpty();
    }

    @Test
    void whatWasLookedThroughStaysInLineAndKeepsBack() throws Exception {
        var cage = cage();
        long made = change(session -> session.persist(cage));
        change(session -> session.find(Zoo.Cage.class, cage.id).label = "later");
        long other = change(session -> session.persist(cage()));

        assertThat(ahead(made, MANY).entries())
                .extracting(JournalEntry::position)
                .containsExactly(other);
    }

    @Test
    void whatCameFromAChildKeepsBackChangesToTheSame() throws Exception {
        var cage = received();
        change(session -> session.find(Zoo.Cage.class, cage.id).label = "later");
        long other = change(session -> session.persist(cage()));

        assertThat(ahead()).containsExactly(other);
    }

    @Test
    void whatCameFromTheParentKeepsNothingBack() throws Exception {
        site.run("update satchel_link set role = 'PARENT' where id = " + NEIGHBOUR);
        var cage = received();
        long edited = change(session -> session.find(Zoo.Cage.class, cage.id).label = "later");

        assertThat(ahead()).containsExactly(edited);
        site.run("update satchel_link set role = 'CHILD' where id = " + NEIGHBOUR);
    }

    private static Zoo.Cage received() throws SQLException {
        var cage = cage();
        long received = change(session -> {
            session.persist(cage);
            session.persist(animal(null));
        });
        site.run("update satchel_revision set received_from = " + NEIGHBOUR + " where position = " + received);
        return cage;
    }

    @Test
    void whatComesAlongGoesOnlyWithOneThatGoes() throws Exception {
        change(session -> session.persist(animal(null)));
        long both = change(session -> {
            session.persist(animal(null));
            session.persist(cage());
        });

        var range = read(after, after, MANY, Map.of("Cage", Priority.AHEAD, "Animal", Priority.ALONG));
        assertThat(range.entries()).extracting(JournalEntry::position).containsExactly(both);
    }

    @Test
    void endsWhereATransmissionIsFull() throws Exception {
        long first = change(session -> session.persist(cage()));
        long second = change(session -> session.persist(cage()));
        change(session -> session.persist(cage()));

        var range = ahead(after, 2);
        assertThat(range.entries()).extracting(JournalEntry::position).containsExactly(first, second);
        assertThat(range.to()).isEqualTo(second);
        assertThat(range.whole()).isFalse();
    }

    @Test
    void whatComesSoonAnywayIsNotSentTwice() throws Exception {
        change(session -> session.persist(cage()));
        soon = change(session -> session.persist(cage()));
        change(session -> session.persist(animal(null)));
        assertThat(ahead()).isEmpty();

        long late = change(session -> session.persist(cage()));
        assertThat(ahead()).hasSize(3).endsWith(late);
    }

    @Test
    void endsWithTheJournalIfNothingGoes() throws Exception {
        long last = change(session -> session.persist(animal(null)));

        var range = ahead(after, MANY);
        assertThat(range.isEmpty()).isTrue();
        assertThat(range.to()).isEqualTo(last);
        assertThat(range.whole()).isTrue();
    }

    private List<Long> ahead() throws SQLException {
        return ahead(after, MANY).entries().stream().map(JournalEntry::position).toList();
    }

    private JournalRange ahead(long looked, int mostChanges) throws SQLException {
        return read(after, looked, mostChanges, Map.of("Cage", Priority.AHEAD, "Keeper", Priority.AHEAD));
    }

    private JournalRange read(long after, long looked, int mostChanges, Map<String, Priority> priorities)
            throws SQLException {
        try (Connection connection = site.database().getConnection()) {
            var backlog = new Backlog(NEIGHBOUR, after, looked, priorities);
            return new AheadReader(connection, site.model(), backlog).range(mostChanges, soon);
        }
    }

    /** @return the position of what was changed */
    private static long change(Consumer<Session> work) throws SQLException {
        site.change(work);
        return head();
    }

    private static long head() throws SQLException {
        try (Connection connection = site.database().getConnection()) {
            connection.setAutoCommit(false);
            long head = new Positions(connection).advance();
            connection.commit();
            return head;
        }
    }

    private static Zoo.Cage cage() {
        var cage = new Zoo.Cage();
        cage.uuid = UUID.randomUUID().toString();
        return cage;
    }

    private static Zoo.Keeper keeper(String name) {
        var keeper = new Zoo.Keeper();
        keeper.uuid = UUID.randomUUID().toString();
        keeper.name = name;
        return keeper;
    }

    private static Zoo.Animal animal(Zoo.Cage cage) {
        var animal = new Zoo.Animal();
        animal.uuid = UUID.randomUUID().toString();
        animal.cage = cage;
        return animal;
    }
}
