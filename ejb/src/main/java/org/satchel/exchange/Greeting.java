package org.satchel.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.satchel.site.OriginSite;

/**
 * What a child says first. A later version may say more, which is ignored.
 *
 * @param formats stream formats that it reads and writes
 * @param schema version of its record model
 * @param sites the child and all sites below it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Greeting(
        UUID site, String name, UUID incarnation, List<Integer> formats, String schema, List<OriginSite> sites) {

    public Greeting {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(incarnation, "incarnation");
        formats = formats == null ? List.of() : List.copyOf(formats);
        sites = sites == null ? List.of() : List.copyOf(sites);
    }

    /**
     * What the parent answers.
     *
     * @param format the stream format that both use
     * @param received the child's position up to which all is safe at the parent
     */
    public record Answer(UUID site, String name, UUID incarnation, int format, String schema, long received) {}
}
