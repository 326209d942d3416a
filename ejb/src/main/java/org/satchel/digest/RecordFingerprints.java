package org.satchel.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;

/**
 * The records of a {@link RecordRange} one by one, as many as are told at a time. A later version may say more, which is ignored.
 *
 * @param upTo the last UUID of what is told: that of the range asked for if this is all of it, else the last record's
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordFingerprints(String upTo, List<RecordFingerprint> records) {

    /**
     * One record.
     *
     * @param fingerprint over its row and all its elements
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RecordFingerprint(String uuid, String fingerprint) {

        public RecordFingerprint {
            Objects.requireNonNull(uuid, "uuid");
            Objects.requireNonNull(fingerprint, "fingerprint");
        }
    }

    public RecordFingerprints {
        records = records == null ? List.of() : List.copyOf(records);
    }
}
