package org.satchel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.zoo.Zoo;
import org.satchel.zoo.ZooSite;

/** Positions are gapless and lose nothing, whatever order transactions commit in; reading a range costs a fixed number of queries. */
class JournalTest {

    private static ZooSite site;

    @BeforeAll
    static void open() throws Exception {
        site = new ZooSite();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aLowerNumberThatCommitsLaterGetsALaterPosition() throws Exception {
        advance();
        try (var slow = transaction();
                var fast = transaction()) {
            var lower = insertRevision(slow);
            var higher = insertRevision(fast);
            fast.commit();
            advance();

            assertThat(position(higher)).isEqualTo(head());
            slow.commit();
            long before = head();
            advance();

            assertThat(position(lower)).isEqualTo(before + 1).isEqualTo(head());
        }
    }

    @Test
    void aRolledBackNumberLeavesNoGap() throws Exception {
        try (var connection = transaction()) {
            insertRevision(connection);
            connection.rollback();
            advance();
            long before = head();
            var next = insertRevision(connection);
            connection.commit();
            advance();

            assertThat(position(next)).isEqualTo(before + 1);
        }
    }

    @Test
    void manyWritersAndManyNumberersLeaveNoGapAndLoseNothing() throws Exception {
        var writing = new AtomicBoolean(true);
        var numberers = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (writing.get()) {
                        advance();
                    }
                }))
                .toList();
        CompletableFuture.allOf(IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> write(new Random(i))))
                        .toArray(CompletableFuture[]::new))
                .join();
        writing.set(false);
        numberers.forEach(CompletableFuture::join);
        advance();

        assertThat(site.number("select count(*) from satchel_revision where position is null"))
                .isZero();
        assertThat(site.number("select count(*) from satchel_revision")).isEqualTo(head());
        assertThat(site.number("select count(distinct position) from satchel_revision"))
                .isEqualTo(head());
    }

    @Test
    void aThousandRevisionsCostAsManyQueriesAsTen() throws Exception {
        advance();
        long before = head();
        for (int i = 0; i < 1_000; i++) {
            site.change(session -> {
                var holder = new Zoo.Holder();
                holder.uuid = UUID.randomUUID().toString();
                holder.words.add("word");
                var keeper = new Zoo.Keeper();
                keeper.uuid = UUID.randomUUID().toString();
                session.persist(keeper);
                holder.keepers.add(keeper);
                session.persist(holder);
            });
        }
        advance();

        assertThat(queriesToRead(before, 1_000)).isEqualTo(queriesToRead(before, 10));
    }

    private static int queriesToRead(long after, int revisions) throws SQLException {
        var queries = new AtomicInteger();
        try (var connection = site.database().getConnection()) {
            var entries = new Entries(connection)
                    .range(0, after, Integer.MAX_VALUE)
                    .entries()
                    .subList(0, revisions);
            var read = new Entries(counting(connection, queries)).changeSets(entries, site.model());
            assertThat(read).hasSize(revisions).allSatisfy(changeSet -> assertThat(changeSet.changes())
                    .hasSize(2));
        }
        return queries.get();
    }

    private static Connection counting(Connection connection, AtomicInteger queries) {
        return (Connection) Proxy.newProxyInstance(
                JournalTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        queries.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void write(Random random) {
        try (var connection = transaction()) {
            for (int i = 0; i < 200; i++) {
                for (int r = random.nextInt(3); r >= 0; r--) {
                    insertRevision(connection);
                }
                if (random.nextInt(4) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void advance() {
        try (var connection = transaction()) {
            new Positions(connection).advance();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the datasource gives them on a site. */
    private static Connection transaction() throws SQLException {
        var connection = site.database().getConnection();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }

    private static String insertRevision(Connection connection) throws SQLException {
        var uuid = UUID.randomUUID().toString();
        try (var statement = connection.prepareStatement("insert into satchel_revision"
                + " (uuid, origin, author, made_at, types, changes) values (?, ?, 'somebody', 0, '', 0)")) {
            statement.setString(1, uuid);
            statement.setString(2, uuid);
            statement.executeUpdate();
        }
        return uuid;
    }

    private static long position(String uuid) throws SQLException {
        return site.number("select coalesce(position, 0) from satchel_revision where uuid = '" + uuid + "'");
    }

    private static long head() throws SQLException {
        return site.number("select head from satchel_journal");
    }
}
