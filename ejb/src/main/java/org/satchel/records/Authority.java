package org.satchel.records;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether this site may change records of a type; the rules are read when it is first asked. For one transaction. */
final class Authority {

    private final Supplier<Map<String, UUID>> elsewhere;
    private final Function<UUID, String> names;
    private Map<String, UUID> read;

    /**
     * @param elsewhere the types that one other site may change, by that site
     * @param names the names of sites, for refusals
     */
    Authority(Supplier<Map<String, UUID>> elsewhere, Function<UUID, String> names) {
        this.elsewhere = elsewhere;
        this.names = names;
    }

    /** Refuses, before anything is written, what capture would refuse at the commit. */
    void require(RecordShape shape, Place place) {
        if (read == null) {
            read = elsewhere.get();
        }
        var author = read.get(shape.name());
        if (author != null) {
            throw new Place(place.index(), shape.name(), null).authoredElsewhere(names.apply(author));
        }
    }
}
