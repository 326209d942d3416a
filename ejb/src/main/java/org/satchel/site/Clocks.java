package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.util.UUID;

/** The only place that reads the system's clock and its random UUIDs; everything else has them injected. */
@Dependent
class Clocks {

    @Produces
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    Uuids uuids() {
        return UUID::randomUUID;
    }
}
