package org.satchel.transmission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.satchel.rules.Outcome;

/**
 * What the receiver did with a transmission. A later version may say more, which is ignored.
 *
 * @param through the sender's position up to which all is safe in the receiver's database
 * @param outcomes those that were not plainly committed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Acknowledgement(UUID transmission, long through, List<Outcome> outcomes) {

    public Acknowledgement {
        Objects.requireNonNull(transmission, "transmission");
        outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    }
}
