package org.satchel.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/**
 * What a site holds of a {@link RecordRange}. A later version may say more, which is ignored.
 *
 * @param upTo the range's last UUID; null for the last range of a type, which goes to the end
 * @param count records
 * @param fingerprint as in {@link Digest}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RangeDigest(String upTo, long count, String fingerprint) {

    public RangeDigest {
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
