package org.satchel.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.satchel.digest.Comparison;
import org.satchel.digest.RangeDigests;
import org.satchel.digest.RecordRange;
import org.satchel.ingest.Restatements;
import org.satchel.site.Link;
import org.satchel.transmission.Comparisons;

/**
 * Compares this site's records with its parent's when that is due, and notes what differs, to be asked for. If the line breaks, it is due
 * again; what was noted by then stays noted.
 */
@Dependent
class RecordComparison {

    @Inject
    private RangeDigests here;

    @Inject
    private Comparisons comparisons;

    @Inject
    private Restatements restatements;

    /** How many comparisons are due, this one included; 0 if none is. */
    int due(long parent) {
        return comparisons.due(parent);
    }

    /** Where anything differs, be it only because it is on its way. */
    List<RecordRange> ranges(ParentClient client) throws SQLException {
        return new Comparison(here, client).ranges();
    }

    /**
     * Notes the records that differ in these ranges, when nothing is on its way any more, and with that ends the comparison.
     *
     * @param due how many were due when it began
     */
    void end(Link parent, ParentClient client, List<RecordRange> ranges, int due) throws SQLException {
        var differing = new TreeMap<String, Integer>();
        var comparison = new Comparison(here, client);
        for (RecordRange range : ranges) {
            comparison.records(range, records -> {
                if (!records.isEmpty()) {
                    differing.merge(range.type(), records.size(), Integer::sum);
                    restatements.want(parent.id(), records);
                }
            });
        }
        // What is undecided may still come to a difference.
        int left = differing.isEmpty() && comparisons.isQuiet(parent.id()) ? 0 : due - 1;
        comparisons.done(parent.id(), due, left);
        if (differing.isEmpty()) {
            ExchangeMessages.LOG.same(parent.name());
        } else if (left > 0) {
            ExchangeMessages.LOG.differ(parent.name(), differing);
        } else {
            ExchangeMessages.LOG.stillDiffer(parent.name(), differing);
        }
    }
}
