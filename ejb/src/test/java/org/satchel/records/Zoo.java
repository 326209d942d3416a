package org.satchel.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hibernate.envers.Audited;

/** Entities of another application, with the mappings that the clinic does not use. */
final class Zoo {

    static final List<Class<?>> ENTITIES = List.of(Animal.class, Lion.class, Keeper.class, Duty.class);

    private Zoo() {}

    @Entity(name = "Animal")
    @Audited
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static class Animal {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @Version
        private int version;

        private String uuid;
        private String name;

        @ManyToOne(fetch = FetchType.LAZY)
        private Animal friend;

        @OneToMany(mappedBy = "friend")
        private Set<Animal> friendOf = new HashSet<>();
    }

    @Entity(name = "Lion")
    @Audited
    static class Lion extends Animal {
        private BigDecimal weight;

        @Lob
        private byte[] photo;

        @Embedded
        private Den den;

        @ElementCollection
        @OrderColumn(name = "place")
        private List<String> nicknames = new ArrayList<>();

        @ElementCollection
        private Set<Feeding> feedings = new HashSet<>();

        @ElementCollection
        private Map<TimeUnit, Integer> roars = new HashMap<>();

        @ManyToMany
        private Set<Keeper> keepers = new HashSet<>();
    }

    @Embeddable
    static class Den {
        private String town;

        @ManyToOne(fetch = FetchType.LAZY)
        private Keeper cleaner;
    }

    @Embeddable
    static class Feeding {
        private String food;
        private Integer grams;

        @Override
        public boolean equals(Object other) {
            return other instanceof Feeding feeding
                    && food.equals(feeding.food)
                    && Objects.equals(grams, feeding.grams);
        }

        @Override
        public int hashCode() {
            return Objects.hash(food, grams);
        }
    }

    @Entity(name = "Keeper")
    @Audited
    @Access(AccessType.PROPERTY)
    static class Keeper {
        private Long number;
        private String identity;
        private String pin;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long getNumber() {
            return number;
        }

        void setNumber(Long number) {
            this.number = number;
        }

        String getUuid() {
            return identity;
        }

        void setUuid(String uuid) {
            identity = uuid;
        }

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String getPin() {
            return pin;
        }

        void setPin(String pin) {
            this.pin = pin;
        }
    }

    @Entity(name = "Duty")
    @Audited
    static class Duty {
        @EmbeddedId
        private DutyKey id;

        private String uuid;
        private String note;
    }

    @Embeddable
    static class DutyKey implements Serializable {
        private String weekday;
        private int shift;

        @Override
        public boolean equals(Object other) {
            return other instanceof DutyKey key && weekday.equals(key.weekday) && shift == key.shift;
        }

        @Override
        public int hashCode() {
            return Objects.hash(weekday, shift);
        }
    }
}
