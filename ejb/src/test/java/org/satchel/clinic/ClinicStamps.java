package org.satchel.clinic;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.satchel.records.RecordStamps;

/** The clinic's stamps, for tests of other packages. */
public final class ClinicStamps {

    private ClinicStamps() {}

    public static RecordStamps on(EntityManager entities, InstantSource clock) {
        return new Authorship(entities, clock);
    }
}
