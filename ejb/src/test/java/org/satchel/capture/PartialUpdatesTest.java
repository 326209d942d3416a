package org.satchel.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.zoo.Zoo;
import org.satchel.zoo.ZooSite;

/** Two transactions change different fields of one record at the same time. */
class PartialUpdatesTest {

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
    void bothChangesStand() throws Exception {
        var truck = new Zoo.Truck();
        truck.uuid = UUID.randomUUID().toString();
        truck.plate = "RAB 1";
        truck.tonnes = 1;
        site.change(session -> session.persist(truck));

        inTwo(truck.id, one -> one.plate = "RAB 2", other -> other.tonnes = 2);

        site.change(session -> {
            var found = session.find(Zoo.Truck.class, truck.id);
            assertThat(found.plate).isEqualTo("RAB 2");
            assertThat(found.tonnes).isEqualTo(2);
        });
    }

    /** The second has read the record before the first commits, and commits after it. */
    private static void inTwo(Long id, Consumer<Zoo.Truck> first, Consumer<Zoo.Truck> second) {
        try (Session late = site.session()) {
            late.beginTransaction();
            var read = late.find(Zoo.Truck.class, id);
            site.change(session -> first.accept(session.find(Zoo.Truck.class, id)));
            second.accept(read);
            late.getTransaction().commit();
        }
    }
}
