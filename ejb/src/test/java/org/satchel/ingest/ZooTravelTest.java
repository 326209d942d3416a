package org.satchel.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.change.ChangeSet;
import org.satchel.digest.Digests;
import org.satchel.journal.Journal;
import org.satchel.rules.Outcome;
import org.satchel.rules.Sender;
import org.satchel.zoo.Zoo;
import org.satchel.zoo.ZooSite;

/**
 * What Envers captured at one site, applied at another: the records are equal there, and what is captured there reads back as the same change
 * sets. So applying captures as Envers would, for every mapping, and a third site gets what the second got.
 */
class ZooTravelTest {

    private static ZooSite here;
    private static ZooSite there;
    private static long read;

    @BeforeAll
    static void open() throws Exception {
        here = new ZooSite();
        there = new ZooSite();
    }

    @AfterAll
    static void close() {
        here.close();
        there.close();
    }

    @AfterEach
    void arrivesWholeAndIsCapturedAsEnversWouldHave() throws Exception {
        var sent = journal(here).changeSets(read);
        read += sent.size();
        long before = journal(there).journal().advance();

        var outcomes = taken(sent);

        assertThat(outcomes).extracting(Outcome::reason).containsOnlyNulls();
        assertThat(outcomes).extracting(Outcome::result).containsOnly(Outcome.Result.COMMITTED);
        assertThat(digests(there)).isEqualTo(digests(here));
        assertThat(withoutPositions(journal(there).changeSets(before))).isEqualTo(withoutPositions(sent));
        assertThat(taken(sent)).extracting(Outcome::result).containsOnly(Outcome.Result.ALREADY_COMMITTED);
        assertThat(digests(there)).isEqualTo(digests(here));
    }

    private List<Outcome> taken(List<ChangeSet> sent) throws Exception {
        var end = new Applier.End(sent.isEmpty() ? 0 : sent.get(sent.size() - 1).position(), null);
        return applier(there).apply(Sender.child(1), List.of(), sent, end);
    }

    @Test
    void everyKindOfValueAndNull() {
        var uuid = uuid();
        var keeper = keeper();
        here.change(session -> {
            var all = new Zoo.Everything();
            all.uuid = uuid;
            all.text = "[null]";
            all.story = "line\nline 😀 " + "x".repeat(100_000);
            all.bytes = new byte[] {0, -1, 127, -128};
            all.truth = true;
            all.number = Integer.MIN_VALUE;
            all.large = Long.MAX_VALUE;
            all.exact = new BigDecimal("12345678901234.567890");
            all.floating = 0.1 + 0.2;
            all.date = LocalDate.of(1899, 12, 31);
            all.time = LocalTime.of(23, 59, 59);
            all.moment = LocalDateTime.of(2026, 3, 29, 2, 30);
            all.mood = Zoo.Mood.WILD;
            all.ordinalMood = Zoo.Mood.WILD;
            all.locale = Locale.forLanguageTag("fr-RW");
            all.kind = java.util.concurrent.TimeUnit.class;
            all.address = new Zoo.Address();
            all.address.street = "";
            all.address.caretaker = find(session, Zoo.Keeper.class, keeper);
            session.persist(all);
        });
        here.change(session -> {
            var all = find(session, Zoo.Everything.class, uuid);
            all.text = "";
            all.truth = false;
            all.mood = Zoo.Mood.CALM;
            all.address.town = "Huye";
        });
        here.change(session -> {
            var all = find(session, Zoo.Everything.class, uuid);
            all.text = null;
            all.story = null;
            all.bytes = null;
            all.truth = null;
            all.number = null;
            all.large = null;
            all.exact = null;
            all.floating = null;
            all.date = null;
            all.time = null;
            all.moment = null;
            all.mood = null;
            all.ordinalMood = null;
            all.locale = null;
            all.kind = null;
            all.address = null;
        });
    }

    @Test
    void nothingButTheUuid() {
        here.change(session -> {
            var all = new Zoo.Everything();
            all.uuid = uuid();
            session.persist(all);
        });
    }

    @Test
    void aReferenceToItselfAndToALaterRecord() {
        var first = uuid();
        here.change(session -> {
            var one = new Zoo.Everything();
            one.uuid = first;
            one.next = one;
            session.persist(one);
        });
        here.change(session -> {
            var two = new Zoo.Everything();
            two.uuid = uuid();
            session.persist(two);
            find(session, Zoo.Everything.class, first).next = two;
        });
    }

    @Test
    void everyKindOfCollection() {
        var uuid = uuid();
        var keepers = List.of(keeper(), keeper(), keeper());
        here.change(session -> {
            var holder = new Zoo.Holder();
            holder.uuid = uuid;
            holder.words.addAll(List.of("a", "b", ""));
            holder.meals.add(Zoo.Meal.of("hay", 10));
            holder.meals.add(Zoo.Meal.of("hay", null));
            holder.queue.addAll(List.of("first", "second", "first"));
            holder.properties.putAll(Map.of("language", "rw", "theme", ""));
            holder.durations.putAll(Map.of(TimeUnit.DAYS, 1, TimeUnit.HOURS, 2));
            holder.keepers.add(find(session, Zoo.Keeper.class, keepers.get(0)));
            holder.keepers.add(find(session, Zoo.Keeper.class, keepers.get(1)));
            session.persist(holder);
        });
        change(uuid, holder -> {
            holder.words.remove("a");
            holder.words.add("c");
            holder.meals.remove(Zoo.Meal.of("hay", null));
            holder.meals.add(Zoo.Meal.of("meat", 5));
            holder.queue.remove(0);
            holder.queue.add("last");
            holder.properties.put("theme", "dark");
            holder.properties.put("new", "value");
            holder.properties.remove("language");
            holder.durations.put(TimeUnit.DAYS, 7);
        });
        here.change(session -> {
            var holder = find(session, Zoo.Holder.class, uuid);
            holder.keepers.clear();
            holder.keepers.add(find(session, Zoo.Keeper.class, keepers.get(2)));
        });
        change(uuid, holder -> holder.queue.sort(java.util.Comparator.reverseOrder()));
        change(uuid, holder -> {
            holder.words.clear();
            holder.meals.clear();
            holder.queue.clear();
            holder.properties.clear();
            holder.durations.clear();
            holder.keepers.clear();
        });
    }

    @Test
    void aHolderIsDeletedWithItsElements() {
        var uuid = uuid();
        here.change(session -> {
            var holder = new Zoo.Holder();
            holder.uuid = uuid;
            holder.words.add("a");
            holder.properties.put("k", "v");
            session.persist(holder);
        });
        here.change(session -> session.remove(find(session, Zoo.Holder.class, uuid)));
    }

    @Test
    void joinedInheritanceWithACageThatItsAnimalsReferTo() {
        var cat = uuid();
        here.change(session -> {
            var cage = new Zoo.Cage();
            cage.uuid = uuid();
            cage.label = "north";
            session.persist(cage);
            var plain = new Zoo.Animal();
            plain.uuid = uuid();
            plain.name = "tortoise";
            plain.cage = cage;
            session.persist(plain);
            var tom = new Zoo.Cat();
            tom.uuid = cat;
            tom.name = "tom";
            tom.lives = 9;
            tom.cage = cage;
            tom.tricks.add("purr");
            session.persist(tom);
        });
        here.change(session -> find(session, Zoo.Cat.class, cat).lives = 8);
        here.change(session -> {
            var tom = find(session, Zoo.Cat.class, cat);
            tom.name = "Tom";
            tom.cage = null;
            tom.tricks.add("hunt");
        });
        here.change(session -> session.remove(find(session, Zoo.Cat.class, cat)));
    }

    @Test
    void singleTableInheritance() {
        var truck = uuid();
        here.change(session -> {
            var car = new Zoo.Vehicle();
            car.uuid = uuid();
            car.plate = "RAA 001";
            session.persist(car);
            var heavy = new Zoo.Truck();
            heavy.uuid = truck;
            heavy.plate = "RAB 002";
            heavy.tonnes = 7;
            session.persist(heavy);
        });
        here.change(session -> find(session, Zoo.Truck.class, truck).tonnes = 8);
        here.change(session -> session.remove(find(session, Zoo.Truck.class, truck)));
    }

    @Test
    void aCompositeKeyThatIsPartlyAReference() {
        var keeper = keeper();
        var shift = uuid();
        here.change(session -> {
            var monday = new Zoo.Shift();
            monday.uuid = shift;
            monday.keeper = find(session, Zoo.Keeper.class, keeper);
            monday.id.weekday = "monday";
            monday.task = "feed";
            session.persist(monday);
        });
        here.change(session -> find(session, Zoo.Shift.class, shift).task = "clean");
        here.change(session -> session.remove(find(session, Zoo.Shift.class, shift)));
    }

    @Test
    void aCircleOfReferencesAndAKeyWithAMeaning() {
        var ring = uuid();
        here.change(session -> {
            var one = new Zoo.Ring();
            one.uuid = ring;
            session.persist(one);
            var gem = new Zoo.Gem();
            gem.uuid = uuid();
            gem.name = "ruby";
            gem.ring = one;
            session.persist(gem);
            one.gem = gem;
        });
        here.change(session -> find(session, Zoo.Ring.class, ring).gem = null);
    }

    @Test
    void aRecordThatLendsItsUuidAndBecomesMoreLater() {
        var animal = uuid();
        here.change(session -> {
            var one = new Zoo.Animal();
            one.uuid = animal;
            session.persist(one);
        });
        here.change(session -> {
            var passport = new Zoo.Passport();
            passport.animal = find(session, Zoo.Animal.class, animal);
            passport.number = "1";
            session.persist(passport);
        });
        here.change(session ->
                session.createQuery("select p from Passport p where p.animal.uuid = :uuid", Zoo.Passport.class)
                        .setParameter("uuid", animal)
                        .getSingleResult()
                        .number = "2");
        here.change(session -> {
            session.remove(
                    session.createQuery("select p from Passport p where p.animal.uuid = :uuid", Zoo.Passport.class)
                            .setParameter("uuid", animal)
                            .getSingleResult());
        });
    }

    @Test
    void createdChangedAndDeletedWithinOneRange() {
        var uuid = uuid();
        here.change(session -> {
            var keeper = new Zoo.Keeper();
            keeper.uuid = uuid;
            keeper.name = uuid;
            session.persist(keeper);
        });
        here.change(session -> find(session, Zoo.Keeper.class, uuid).name = null);
        here.change(session -> session.remove(find(session, Zoo.Keeper.class, uuid)));
    }

    private static void change(String uuid, Consumer<Zoo.Holder> work) {
        here.change(session -> work.accept(find(session, Zoo.Holder.class, uuid)));
    }

    private static String keeper() {
        var uuid = uuid();
        here.change(session -> {
            var keeper = new Zoo.Keeper();
            keeper.uuid = uuid;
            keeper.name = uuid;
            session.persist(keeper);
        });
        return uuid;
    }

    private static <T> T find(Session session, Class<T> type, String uuid) {
        var name = type.getAnnotation(jakarta.persistence.Entity.class).name();
        return session.createQuery("select e from " + name + " e where e.uuid = :uuid", type)
                .setParameter("uuid", uuid)
                .getSingleResult();
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }

    private record Journals(Journal journal) {
        List<ChangeSet> changeSets(long after) throws SQLException, IOException {
            journal.advance();
            var all = new ArrayList<ChangeSet>();
            // Link 2 does not exist: nothing came from it, so everything is for it.
            journal.read(journal.range(2, after, Integer.MAX_VALUE), all::add);
            return all;
        }
    }

    private static Journals journal(ZooSite site) {
        return new Journals(new ZooIngest(site).journal());
    }

    private static Applier applier(ZooSite site) {
        return new ZooIngest(site).applier();
    }

    private static Map<String, String> digests(ZooSite site) throws Exception {
        var digests = site.wire(
                new Digests(), Map.of(Journal.class, () -> journal(site).journal()));
        var found = new HashMap<String, String>();
        digests.report()
                .types()
                .forEach(digest -> found.put(digest.type(), digest.count() + " " + digest.fingerprint()));
        return found;
    }

    /** At another site a change set has another position; the order of changes within it has no meaning. */
    private static List<String> withoutPositions(List<ChangeSet> changeSets) {
        return changeSets.stream()
                .map(c -> c.revision() + " " + c.origin() + " " + c.author() + " "
                        + c.changes().stream()
                                .map(change -> change.type() + " " + change.uuid() + " " + change.operation() + " "
                                        + new java.util.TreeMap<>(change.fields()) + " "
                                        + new java.util.TreeMap<>(change.elements())
                                                .entrySet().stream()
                                                        .map(e -> e.getKey()
                                                                + e.getValue().stream()
                                                                        .map(Object::toString)
                                                                        .sorted()
                                                                        .toList())
                                                        .toList())
                                .sorted()
                                .toList())
                .toList();
    }
}
