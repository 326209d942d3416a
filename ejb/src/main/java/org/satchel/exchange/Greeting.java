package org.satchel.exchange;

import java.util.List;
import java.util.UUID;
import org.satchel.site.OriginSite;

/**
 * What a child says first.
 *
 * @param formats stream formats that it reads and writes
 * @param schema version of its record model
 * @param sites the child and all sites below it
 */
public record Greeting(
        UUID site, String name, UUID incarnation, List<Integer> formats, String schema, List<OriginSite> sites) {

    /**
     * What the parent answers.
     *
     * @param format the stream format that both use
     * @param received the child's position up to which all is safe at the parent
     */
    public record Answer(UUID site, String name, UUID incarnation, int format, String schema, long received) {}
}
