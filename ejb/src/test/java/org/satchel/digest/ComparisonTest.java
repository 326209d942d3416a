package org.satchel.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.satchel.ingest.ZooIngest;
import org.satchel.rules.RecordName;
import org.satchel.zoo.Zoo;
import org.satchel.zoo.ZooSite;

/** A child finds every record that it holds otherwise than its parent, whatever differs, and wherever it lies; and no other. */
class ComparisonTest {

    private static ZooSite child;
    private static ZooSite parent;

    @BeforeAll
    static void open() throws Exception {
        child = new ZooSite();
        parent = new ZooSite();
        // So that no local key is the same at both.
        parent.change(session -> session.persist(keeper("elsewhere")));
    }

    @AfterAll
    static void close() {
        child.close();
        parent.close();
    }

    @BeforeEach
    void bothHoldTheSame() throws SQLException {
        for (ZooSite site : List.of(child, parent)) {
            site.empty();
            site.change(session -> {
                var anna = keeper("k-1");
                session.persist(anna);
                session.persist(keeper("k-2"));
                for (String uuid : List.of("h-1", "h-2", "h-3")) {
                    session.persist(holder(uuid, anna));
                }
            });
            site.change(ComparisonTest::persistAnimals);
        }
    }

    private static void persistAnimals(Session session) {
        var tortoise = new Zoo.Animal();
        tortoise.uuid = "a-1";
        tortoise.name = "tortoise";
        session.persist(tortoise);
        var tom = new Zoo.Cat();
        tom.uuid = "a-2";
        tom.name = "tom";
        tom.lives = 9;
        tom.tricks.add("purr");
        session.persist(tom);
        var truck = new Zoo.Truck();
        truck.uuid = "v-1";
        truck.tonnes = 7;
        session.persist(truck);
        var passport = new Zoo.Passport();
        passport.animal = tortoise;
        passport.number = "1";
        session.persist(passport);
    }

    private static Zoo.Keeper keeper(String uuid) {
        var keeper = new Zoo.Keeper();
        keeper.uuid = uuid;
        keeper.name = uuid;
        return keeper;
    }

    private static Zoo.Holder holder(String uuid, Zoo.Keeper keeper) {
        var holder = new Zoo.Holder();
        holder.uuid = uuid;
        holder.name = "name";
        holder.words.addAll(Set.of("a", "b"));
        holder.queue.addAll(List.of("first", "second"));
        holder.properties.putAll(Map.of("language", "rw", "theme", "dark"));
        holder.keepers.add(keeper);
        return holder;
    }

    @Test
    void nothingDiffersWhereOnlyLocalKeysDo() throws Exception {
        assertThat(differing()).isEmpty();
    }

    @Test
    void aFieldDiffers() throws Exception {
        child.run("update Holder set name = 'another' where uuid = 'h-2'");

        assertThat(differing()).containsExactly(holder("h-2"));
    }

    @Test
    void aReferenceDiffers() throws Exception {
        child.run("insert into Cage (id, uuid, label) values (1, 'c-1', 'north')");
        parent.run("insert into Cage (id, uuid, label) values (1, 'c-1', 'north')");
        child.run("update Animal set cage_id = 1 where uuid = 'a-1'");

        assertThat(differing()).containsExactly(new RecordName("Animal", "a-1"));
    }

    @Test
    void anElementOfASetIsHereOnly() throws Exception {
        child.run("insert into Holder_words (Holder_id, words) select id, 'c' from Holder where uuid = 'h-1'");

        assertThat(differing()).containsExactly(holder("h-1"));
    }

    @Test
    void anElementOfASetIsThereOnly() throws Exception {
        child.run(
                "delete w from Holder_words w join Holder h on h.id = w.Holder_id where uuid = 'h-1' and words = 'a'");

        assertThat(differing()).containsExactly(holder("h-1"));
    }

    @Test
    void anElementBelongsToAnotherRecord() throws Exception {
        child.run("update Holder_words set Holder_id = (select id from Holder where uuid = 'h-2'), words = 'c'"
                + " where words = 'a' and Holder_id = (select id from Holder where uuid = 'h-1')");

        assertThat(differing()).containsExactlyInAnyOrder(holder("h-1"), holder("h-2"));
    }

    @Test
    void anEntryOfAMapDiffers() throws Exception {
        parent.run("update Holder_properties set properties = 'light' where properties_KEY = 'theme'"
                + " and Holder_id = (select id from Holder where uuid = 'h-3')");

        assertThat(differing()).containsExactly(holder("h-3"));
    }

    @Test
    void aReferenceInASetDiffers() throws Exception {
        child.run("update Holder_Keeper set keepers_id = (select id from Keeper where uuid = 'k-2')"
                + " where Holder_id = (select id from Holder where uuid = 'h-3')");

        assertThat(differing()).containsExactly(holder("h-3"));
    }

    @Test
    void aRecordIsHereOnly() throws Exception {
        child.run("insert into Keeper (uuid) values ('k-15')");

        assertThat(differing()).containsExactly(keeperName("k-15"));
    }

    @Test
    void aRecordIsHereOnlyBeyondTheParentsLast() throws Exception {
        child.run("insert into Keeper (uuid) values ('k-9')");

        assertThat(differing()).containsExactly(keeperName("k-9"));
    }

    @Test
    void aRecordIsThereOnly() throws Exception {
        parent.run("insert into Keeper (uuid) values ('k-0')");

        assertThat(differing()).containsExactly(keeperName("k-0"));
    }

    @Test
    void theParentHasNone() throws Exception {
        parent.run("delete from Passport");

        assertThat(differing()).containsExactly(new RecordName("Passport", "a-1"));
    }

    @Test
    void thereAreNoneHere() throws Exception {
        child.run("delete from Passport");

        assertThat(differing()).containsExactly(new RecordName("Passport", "a-1"));
    }

    @Test
    void aSubtypesOwnFieldDiffers() throws Exception {
        child.run("update Cat set lives = 8");

        assertThat(differing()).containsExactly(new RecordName("Cat", "a-2"));
    }

    @Test
    void anInheritedFieldDiffers() throws Exception {
        child.run("update Animal set name = 'Tom' where uuid = 'a-2'");

        assertThat(differing()).containsExactly(new RecordName("Cat", "a-2"));
    }

    @Test
    void anElementOfASubtypeDiffers() throws Exception {
        parent.run("insert into Cat_tricks (Cat_id, tricks) select id, 'hunt' from Cat");

        assertThat(differing()).containsExactly(new RecordName("Cat", "a-2"));
    }

    @Test
    void aTypeThatSharesItsTableDiffers() throws Exception {
        child.run("update Vehicle set tonnes = 8");

        assertThat(differing()).containsExactly(new RecordName("Truck", "v-1"));
    }

    @Test
    void aRecordWithALentUuidDiffers() throws Exception {
        child.run("update Passport set number = '2'");

        assertThat(differing()).containsExactly(new RecordName("Passport", "a-1"));
    }

    @Test
    void theParentDoesNotHaveTheType() throws Exception {
        child.run("update Holder set name = 'another' where uuid = 'h-2'");

        var found = new Comparison(digests(child), new Comparison.Parent() {
            @Override
            public List<RangeDigest> ranges(String type, String after) {
                return ask(() -> digests(parent).ranges("Unicorn", after));
            }

            @Override
            public RecordFingerprints records(RecordRange range) {
                throw new AssertionError("nothing is left to ask for");
            }
        });

        assertThat(found.ranges()).isEmpty();
    }

    @Test
    void differencesFarApartInALargeTable() throws Exception {
        for (ZooSite site : List.of(child, parent)) {
            site.run("insert into Keeper (uuid) select concat('m-', lpad(seq, 8, '0')) from seq_1_to_22500");
        }
        child.run("update Keeper set name = uuid where uuid in ('m-00000500', 'm-00022400')");
        child.run("delete from Keeper where uuid = 'm-00007000'");
        child.run("insert into Keeper (uuid) select concat('m-00012000-', seq) from seq_1000_to_3499");

        var found = differing();

        assertThat(found)
                .hasSize(2_503)
                .contains(
                        keeperName("m-00000500"),
                        keeperName("m-00022400"),
                        keeperName("m-00007000"),
                        keeperName("m-00012000-1000"),
                        keeperName("m-00012000-3499"));
    }

    @Test
    void aTableThatEndsWithAPageIsComparedToItsEnd() throws Exception {
        int page = RangeDigests.RANGES * RangeDigests.RECORDS;
        for (ZooSite site : List.of(child, parent)) {
            site.run("delete from Holder_Keeper");
            site.run("delete from Keeper");
            site.run("insert into Keeper (uuid) select concat('m-', lpad(seq, 8, '0')) from seq_1_to_" + page);
        }
        child.run("insert into Keeper (uuid) values ('z')");

        assertThat(digests(parent).ranges("Keeper", null)).hasSize(RangeDigests.RANGES);
        assertThat(differing()).containsExactly(keeperName("z"));
    }

    @Test
    void aPageOfThousandsOfRecordsCostsAsManyQueriesAsOneOfThree() throws Exception {
        int few = queriesForAPage();
        parent.run("insert into Holder (uuid) select concat('m-', seq) from seq_1_to_3000");
        parent.run("insert into Holder_words (Holder_id, words) select id, 'word' from Holder where uuid like 'm-%'");

        assertThat(queriesForAPage())
                .isEqualTo(few)
                .isEqualTo(1 + parent.model().type("Holder").collections().size());
    }

    @Test
    void aRangeIsReadAlongTheIndexOfTheUuidsAndNotSorted() throws Exception {
        parent.run(
                "insert into Animal (id, uuid) select 1000 + seq, concat('m-', lpad(seq, 8, '0')) from seq_1_to_20000");
        parent.run("insert into Cat (id) select id from Animal where id % 2 = 0 and uuid like 'm-%'");
        parent.run("insert into Passport (animal_id) select id from Animal where id % 3 = 0 and uuid like 'm-%'");
        for (String name : List.of("Animal", "Cat", "Passport")) {
            var type = parent.model().type(name);
            var query = RowQuery.records(parent.model(), type);
            var range = new RecordRange(name, "m-00010000", "m-00011000");

            assertThat(plan(query.of(range), range)).as(name).startsWith("range");
            assertThat(plan(query.firstOf(range.to(null), RangeDigests.RECORDS), range.to(null)))
                    .as(name)
                    .startsWith("range")
                    .doesNotContain("filesort");
            for (var collection : type.collections()) {
                assertThat(plan(
                                RowQuery.elements(parent.model(), type, collection)
                                        .of(range),
                                range))
                        .as(collection.name())
                        .startsWith("range");
            }
        }
    }

    /** How the database reads the first table, and what more it does. */
    private static String plan(String sql, RecordRange range) throws SQLException {
        try (var connection = parent.database().getConnection();
                var statement = connection.prepareStatement("explain " + sql)) {
            int parameter = 1;
            for (String bound : range.bounds()) {
                statement.setString(parameter++, bound);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString("type") + " " + row.getString("key") + " " + row.getString("Extra");
            }
        }
    }

    @Test
    void whatIsNotSettledIsNotAskedFor() throws Exception {
        child.run("insert into satchel_link (id, role, name, account) values (2, 'PARENT', 'above', 'above')");
        child.run("update satchel_revision set parent_position = 1");
        child.change(session -> session.persist(keeper("k-new")));
        child.change(session -> holderOf(session, "h-1").words.remove("a"));
        child.run("update Holder set name = 'another' where uuid in ('h-1', 'h-2')");

        var restatements = new ZooIngest(child).restatements();
        restatements.want(2, differing());

        assertThat(differing()).containsExactlyInAnyOrder(keeperName("k-new"), holder("h-1"), holder("h-2"));
        assertThat(restatements.wanted(2)).containsExactly(holder("h-2"));
    }

    @Test
    void whatWaitsHereIsNotAskedFor() throws Exception {
        child.run("insert into satchel_link (id, role, name, account) values (2, 'PARENT', 'above', 'above')");
        child.run("update satchel_revision set parent_position = 1");
        child.run("insert into satchel_parked (id, revision, link_id, position, reason, parked_at, change_set)"
                + " values (1, uuid(), 2, 7, 'reason', now(), '{}')");
        child.run("insert into satchel_parked_record (parked_id, uuid) values (1, 'h-1')");
        child.run("update Holder set name = 'another' where uuid in ('h-1', 'h-2')");

        var restatements = new ZooIngest(child).restatements();
        restatements.want(2, differing());

        assertThat(restatements.wanted(2)).containsExactly(holder("h-2"));
    }

    private static Zoo.Holder holderOf(Session session, String uuid) {
        return session.createQuery("select h from Holder h where h.uuid = :uuid", Zoo.Holder.class)
                .setParameter("uuid", uuid)
                .getSingleResult();
    }

    private static RecordName holder(String uuid) {
        return new RecordName("Holder", uuid);
    }

    private static RecordName keeperName(String uuid) {
        return new RecordName("Keeper", uuid);
    }

    private static List<RecordName> differing() throws Exception {
        var comparison = new Comparison(digests(child), new Comparison.Parent() {
            @Override
            public List<RangeDigest> ranges(String type, String after) {
                return ask(() -> digests(parent).ranges(type, after));
            }

            @Override
            public RecordFingerprints records(RecordRange range) {
                return ask(() -> digests(parent).records(range));
            }
        });
        var found = new ArrayList<RecordName>();
        Consumer<List<RecordName>> bounded = names -> {
            assertThat(names).hasSizeLessThanOrEqualTo(RangeDigests.RECORDS);
            found.addAll(names);
        };
        for (RecordRange range : comparison.ranges()) {
            comparison.records(range, bounded);
        }
        return found;
    }

    private interface Question<T> {
        T ask() throws Exception;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static RangeDigests digests(ZooSite site) throws IllegalAccessException {
        return site.wire(new RangeDigests(), Map.of());
    }

    private static int queriesForAPage() throws SQLException {
        var queries = new AtomicInteger();
        try (var connection = parent.database().getConnection()) {
            var type = parent.model().type("Holder");
            new TypeReader(counting(connection, queries), parent.model(), type)
                    .ranges(null, RangeDigests.RECORDS, RangeDigests.RANGES);
        }
        return queries.get();
    }

    private static Connection counting(Connection connection, AtomicInteger queries) {
        return (Connection) Proxy.newProxyInstance(
                ComparisonTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
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
}
