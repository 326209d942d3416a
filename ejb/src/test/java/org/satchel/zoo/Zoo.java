package org.satchel.zoo;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hibernate.envers.Audited;

/** The entities. Their fields are public because they have no rules to keep. */
public final class Zoo {

    public static final List<Class<?>> ENTITIES = List.of(
            Everything.class,
            Holder.class,
            Keeper.class,
            Cage.class,
            Animal.class,
            Cat.class,
            Vehicle.class,
            Truck.class,
            Shift.class,
            Ring.class,
            Gem.class,
            Passport.class);

    private Zoo() {}

    @MappedSuperclass
    @Audited
    public abstract static class Known {
        @Column(unique = true, nullable = false, length = 38)
        public String uuid;
    }

    public enum Mood {
        CALM,
        WILD
    }

    @Embeddable
    public static class Address {
        public String street;
        public String town;

        @ManyToOne(fetch = FetchType.LAZY)
        public Keeper caretaker;
    }

    /** Every kind of plain value, all nullable. */
    @Entity(name = "Everything")
    @Audited
    public static class Everything extends Known {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        public Long id;

        public String text;

        @Lob
        @Column(length = 20_000_000)
        public String story;

        @Lob
        @Column(length = 20_000_000)
        public byte[] bytes;

        public Boolean truth;
        public Integer number;
        public Long large;

        @Column(precision = 20, scale = 6)
        public BigDecimal exact;

        public Double floating;
        public LocalDate date;
        public LocalTime time;
        public LocalDateTime moment;

        @Enumerated(EnumType.STRING)
        public Mood mood;

        @Enumerated(EnumType.ORDINAL)
        public Mood ordinalMood;

        public Locale locale;
        public Class<?> kind;

        @Embedded
        public Address address;

        @ManyToOne(fetch = FetchType.LAZY)
        public Everything next;

        @Version
        public int version;
    }

    @Embeddable
    public static class Meal {
        public String food;
        public Integer grams;

        public static Meal of(String food, Integer grams) {
            var meal = new Meal();
            meal.food = food;
            meal.grams = grams;
            return meal;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Meal meal && Objects.equals(food, meal.food) && Objects.equals(grams, meal.grams);
        }

        @Override
        public int hashCode() {
            return Objects.hash(food, grams);
        }
    }

    /** Every kind of collection. */
    @Entity(name = "Holder")
    @Audited
    public static class Holder extends Known {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        public String name;

        @ElementCollection
        public Set<String> words = new HashSet<>();

        @ElementCollection
        public Set<Meal> meals = new HashSet<>();

        @ElementCollection
        @OrderColumn(name = "place")
        public List<String> queue = new ArrayList<>();

        @ElementCollection
        public Map<String, String> properties = new HashMap<>();

        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        public Map<TimeUnit, Integer> durations = new HashMap<>();

        @ManyToMany
        public Set<Keeper> keepers = new HashSet<>();
    }

    @Entity(name = "Keeper")
    @Audited
    public static class Keeper extends Known {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        @Column(unique = true)
        public String name;
    }

    @Entity(name = "Cage")
    @Audited
    public static class Cage extends Known {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        public Integer id;

        public String label;

        @OneToMany(mappedBy = "cage", cascade = CascadeType.ALL)
        public Set<Animal> animals = new HashSet<>();
    }

    /** Joined inheritance; there are plain animals too. */
    @Entity(name = "Animal")
    @Audited
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Animal extends Known {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        public Long id;

        public String name;

        @ManyToOne(fetch = FetchType.LAZY)
        public Cage cage;
    }

    @Entity(name = "Cat")
    @Audited
    public static class Cat extends Animal {
        public Integer lives;

        @ElementCollection
        public Set<String> tricks = new HashSet<>();
    }

    /** Single-table inheritance. */
    @Entity(name = "Vehicle")
    @Audited
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public static class Vehicle extends Known {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        public Long id;

        public String plate;
    }

    @Entity(name = "Truck")
    @Audited
    public static class Truck extends Vehicle {
        public Integer tonnes;
    }

    @Embeddable
    public static class ShiftKey implements Serializable {
        public Long keeperId;
        public String weekday;

        @Override
        public boolean equals(Object other) {
            return other instanceof ShiftKey key
                    && Objects.equals(keeperId, key.keeperId)
                    && Objects.equals(weekday, key.weekday);
        }

        @Override
        public int hashCode() {
            return Objects.hash(keeperId, weekday);
        }
    }

    /** A composite key, partly a reference. */
    @Entity(name = "Shift")
    @Audited
    public static class Shift extends Known {
        @EmbeddedId
        public ShiftKey id = new ShiftKey();

        @MapsId("keeperId")
        @ManyToOne(fetch = FetchType.LAZY)
        public Keeper keeper;

        public String task;
    }

    /** Refers in a circle. */
    @Entity(name = "Ring")
    @Audited
    public static class Ring extends Known {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Gem gem;
    }

    @Entity(name = "Gem")
    @Audited
    public static class Gem extends Known {
        /** A key that has a meaning, and so travels. */
        @Id
        public String name;

        @ManyToOne(fetch = FetchType.LAZY)
        public Ring ring;
    }

    /** Its key, and its UUID, are another record's. */
    @Entity(name = "Passport")
    @Audited
    public static class Passport {
        @Id
        public Long id;

        @MapsId
        @jakarta.persistence.OneToOne(fetch = FetchType.LAZY)
        public Animal animal;

        public String number;
    }
}
