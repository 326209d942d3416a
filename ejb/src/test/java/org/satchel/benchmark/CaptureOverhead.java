package org.satchel.benchmark;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.envers.Audited;
import org.satchel.zoo.Zoo;
import org.satchel.zoo.ZooSite;

/**
 * What capture costs the application: 20,000 observations in transactions of 50 with and without Envers, in turns, on a real MariaDB. Run its
 * main by hand; docs/benchmark.md has figures.
 */
public final class CaptureOverhead {

    private static final int OBSERVATIONS = 20_000;
    private static final int A_TRANSACTION = 50;
    private static final int ROUNDS = 5;

    private CaptureOverhead() {}

    /** As wide as an observation of the clinic. */
    @Embeddable
    public static class Values {
        public LocalDateTime moment = LocalDateTime.of(2026, 11, 24, 10, 0);
        public LocalDateTime created = moment;
        public Double number = 36.6;
        public String text = "Seen at Kabarondo.";
        public String comments;
        public String accession;
        public String modifier;
        public String reason;
        public boolean voided;
        public LocalDateTime voidedAt;

        @ManyToOne(fetch = FetchType.LAZY)
        public Zoo.Keeper author;

        @ManyToOne(fetch = FetchType.LAZY)
        public Zoo.Keeper person;

        @ManyToOne(fetch = FetchType.LAZY)
        public Zoo.Keeper concept;
    }

    @Entity(name = "CapturedObservation")
    @Audited
    public static class Captured {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        public Long id;

        @Column(unique = true)
        public String uuid = UUID.randomUUID().toString();

        @Embedded
        public Values values;
    }

    @Entity(name = "PlainObservation")
    public static class Plain {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        public Long id;

        @Column(unique = true)
        public String uuid = UUID.randomUUID().toString();

        @Embedded
        public Values values;
    }

    public static void main(String... arguments) throws Exception {
        var entities = new ArrayList<>(Zoo.ENTITIES);
        entities.addAll(List.of(Captured.class, Plain.class));
        try (var site = new ZooSite(entities)) {
            var keeper = new Zoo.Keeper();
            keeper.uuid = UUID.randomUUID().toString();
            site.change(session -> session.persist(keeper));
            for (int round = 0; round <= ROUNDS; round++) {
                double with = rowsPerSecond(site, keeper, values -> {
                    var one = new Captured();
                    one.values = values;
                    return one;
                });
                double without = rowsPerSecond(site, keeper, values -> {
                    var one = new Plain();
                    one.values = values;
                    return one;
                });
                System.out.printf(
                        Locale.ROOT,
                        "%s with Envers %,.0f rows/s, without %,.0f rows/s, ratio %.2f%n",
                        round == 0 ? "warm-up" : "round " + round,
                        with,
                        without,
                        with / without);
            }
        }
    }

    private static double rowsPerSecond(ZooSite site, Zoo.Keeper keeper, Function<Values, Object> make) {
        long begin = System.nanoTime();
        for (int i = 0; i < OBSERVATIONS; i += A_TRANSACTION) {
            site.change(session -> {
                for (int row = 0; row < A_TRANSACTION; row++) {
                    var values = new Values();
                    values.author = keeper;
                    values.person = keeper;
                    values.concept = keeper;
                    session.persist(make.apply(values));
                }
            });
        }
        return OBSERVATIONS * 1e9 / (System.nanoTime() - begin);
    }
}
