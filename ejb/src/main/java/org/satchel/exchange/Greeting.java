package org.satchel.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.satchel.rules.Mark;
import org.satchel.site.OriginSite;

/**
 * What a child says first. A later version may say more, which is ignored.
 *
 * @param previous the incarnation before, after a restored backup; null for the first life
 * @param parentIncarnation the parent's incarnation as the child knows it; null before first contact
 * @param received the parent's position up to which the child has received
 * @param mark what stands for the parent's journal as far as the child has heard of it; null if it does not know
 * @param reconciliations how many there were of the two, as the child knows
 * @param formats stream formats that it reads and writes
 * @param schema version of its record model
 * @param sites the child and all sites below it
 * @param brought sites that are not below it and whose change sets it carries all the same, since one came back or moved here
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Greeting(
        UUID site,
        String name,
        UUID incarnation,
        UUID previous,
        UUID parentIncarnation,
        long received,
        Mark mark,
        int reconciliations,
        List<Integer> formats,
        String schema,
        List<OriginSite> sites,
        List<UUID> brought) {

    public Greeting {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(incarnation, "incarnation");
        formats = formats == null ? List.of() : List.copyOf(formats);
        sites = sites == null ? List.of() : List.copyOf(sites);
        brought = brought == null ? List.of() : List.copyOf(brought);
    }

    /**
     * What the parent answers.
     *
     * @param previous the incarnation before, after a restored backup; null for the first life
     * @param mark what stands for the child's journal as far as the parent has heard of it; null if it does not know
     * @param reconciliations how many there were of the two, as the parent knows
     * @param reconcile whether the two journals do not fit, so that the child must reconcile before anything else
     * @param format the stream format that both use
     * @param received the child's position up to which all is safe at the parent
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Answer(
            UUID site,
            String name,
            UUID incarnation,
            UUID previous,
            Mark mark,
            int reconciliations,
            boolean reconcile,
            int format,
            String schema,
            long received) {}
}
