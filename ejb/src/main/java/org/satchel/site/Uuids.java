package org.satchel.site;

import java.util.UUID;

/** The source of new identities. Injected, so that a simulation can replay a run; thread-safe. */
@FunctionalInterface
public interface Uuids {

    UUID next();
}
