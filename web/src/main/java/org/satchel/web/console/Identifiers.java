package org.satchel.web.console;

import java.util.Optional;
import java.util.UUID;

/** UUIDs as they stand in a URL that somebody may have typed. */
final class Identifiers {

    private Identifiers() {}

    static Optional<UUID> parse(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
