package org.satchel.wire;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.satchel.rules.Settled;

/**
 * The first line of a stream: which transmission this is, from whom, and which of the sender's positions it covers.
 *
 * @param format the version of the stream's form
 * @param transmission the transmission's UUID, the same at every attempt to carry it
 * @param site the sender
 * @param incarnation the life of the sender's database in which the positions were given
 * @param from the position after which the transmission starts; 0 starts at the beginning
 * @param to the last position covered; fewer change sets than positions is normal, for some are not sent to this
 *     neighbour
 * @param schema the version of the sender's schema
 * @param last what stands for the sender's journal up to {@code to}, by which both notice a restored database; null if unknown
 * @param settled from a parent: its decisions about the receiver's revisions, at positions that this transmission covers
 * @param ahead whether its change sets come ahead of their place: then it covers no position
 */
public record Header(
        int format,
        UUID transmission,
        UUID site,
        UUID incarnation,
        long from,
        long to,
        String schema,
        UUID last,
        List<Settled> settled,
        boolean ahead) {

    /** The version that this site writes; it reads this one and the one before. */
    public static final int FORMAT = 1;

    public Header {
        Objects.requireNonNull(transmission, "transmission");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(incarnation, "incarnation");
        Objects.requireNonNull(schema, "schema");
        settled = List.copyOf(settled);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("not a range of positions: after " + from + " to " + to);
        }
    }

    /** A header of the format that this site writes. */
    public Header(
            UUID transmission,
            UUID site,
            UUID incarnation,
            long from,
            long to,
            String schema,
            UUID last,
            List<Settled> settled) {
        this(FORMAT, transmission, site, incarnation, from, to, schema, last, settled, false);
    }

    /** The header of a transmission whose change sets, after {@code from} up to {@code to}, come ahead of their place. */
    public static Header ahead(
            UUID transmission, UUID site, UUID incarnation, long from, long to, String schema, UUID last) {
        return new Header(FORMAT, transmission, site, incarnation, from, to, schema, last, List.of(), true);
    }
}
