package org.satchel.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which parked change sets of one sender hang together by the records they touch: they are tried as one unit, because only what they come to
 * together must fit.
 */
final class ParkedUnits {

    /** A parked change set touches a record. */
    record Touching(UUID revision, String record) {}

    private final Map<UUID, UUID> leaders = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> units;

    /** @param touching in the order in which the change sets came */
    ParkedUnits(List<Touching> touching) {
        var firstOfRecord = new HashMap<String, UUID>();
        for (Touching one : touching) {
            leaders.putIfAbsent(one.revision(), one.revision());
            var first = firstOfRecord.putIfAbsent(one.record(), one.revision());
            if (first != null) {
                leaders.put(leader(one.revision()), leader(first));
            }
        }
        units = leaders.keySet().stream().collect(Collectors.groupingBy(this::leader));
    }

    private UUID leader(UUID revision) {
        var leader = revision;
        while (!leaders.get(leader).equals(leader)) {
            leaders.put(leader, leaders.get(leaders.get(leader)));
            leader = leaders.get(leader);
        }
        return leader;
    }

    /** The change set with all that hang together with it, in the order in which they came; alone if it is not known here. */
    List<UUID> with(UUID revision) {
        return leaders.containsKey(revision) ? units.get(leader(revision)) : List.of(revision);
    }
}
