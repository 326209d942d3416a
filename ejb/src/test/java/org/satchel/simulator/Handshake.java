package org.satchel.simulator;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * Whether two neighbours still stand where they left off. If not, one of them has another or an older database, or they have never met: then
 * nothing may travel between them before they have reconciled.
 */
public final class Handshake {

    private Handshake() {}

    /**
     * What a site tells when it greets.
     *
     * @param agreement the id of the last reconciliation of the two; null if there was none in this database's life
     * @param last the last position in its own journal
     * @param acknowledged its position up to which the other is said to have its journal
     * @param received the other's position up to which it has taken in the other's journal
     * @param heard the other's position of the last revision that it has heard from the other or that the other has settled; 0 for none
     * @param revision that revision; null for none
     */
    public record Greeting(UUID agreement, long last, long acknowledged, long received, long heard, UUID revision) {}

    /** @param journal the revision at a position of this site's journal; empty if there is none */
    public static boolean goesOn(Greeting own, Greeting other, LongFunction<Optional<UUID>> journal) {
        return own.agreement() != null
                && own.agreement().equals(other.agreement())
                && other.received() <= own.last()
                && own.acknowledged() <= other.received()
                && (other.heard() == 0
                        || journal.apply(other.heard())
                                .filter(other.revision()::equals)
                                .isPresent());
    }
}
