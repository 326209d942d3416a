package org.satchel.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.satchel.rules.ParkedNotice;

/** What one side of a link says of the other's change sets that it could not apply. A later version may say more, which is ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ParkedNotices(List<ParkedNotice> parked) {

    public ParkedNotices {
        parked = parked == null ? List.of() : List.copyOf(parked);
    }
}
