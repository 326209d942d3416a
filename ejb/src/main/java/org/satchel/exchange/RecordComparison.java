package org.satchel.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.satchel.digest.Comparison;
import org.satchel.digest.RangeDigests;
import org.satchel.digest.RecordRange;
import org.satchel.ingest.Restatements;
import org.satchel.rules.RecordName;
import org.satchel.site.Link;
import org.satchel.transmission.Comparisons;
import org.satchel.transmission.Comparisons.Round;

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

    Optional<Round> due(long parent) {
        return comparisons.due(parent);
    }

    /** Where anything differs, be it only because it is on its way. Empty if the parent cannot tell; then the comparison stays due. */
    Optional<List<RecordRange>> ranges(Link parent, ParentClient client) throws SQLException {
        try {
            return Optional.of(new Comparison(here, client).ranges());
        } catch (ExchangeFailed e) {
            if (!e.isUnknownThere()) {
                throw e;
            }
            if (comparisons.postpone(parent.id())) {
                ExchangeMessages.LOG.cannotCompare(parent.name());
            }
            return Optional.empty();
        }
    }

    /**
     * Notes the records that differ in these ranges, when nothing is on its way any more, and with that ends the round. Unless a person has
     * asked, what no revision here tells of is left alone: nobody has ever decided about it, and the parent's word might delete it.
     */
    void end(Link parent, ParentClient client, List<RecordRange> ranges, Round round) throws SQLException {
        var differing = new TreeMap<String, Integer>();
        var leftAlone = new TreeMap<String, Integer>();
        var comparison = new Comparison(here, client);
        for (RecordRange range : ranges) {
            comparison.records(range, records -> {
                var alone = round.asked() ? Set.<RecordName>of() : restatements.unrecorded(records);
                var wanted = records.stream()
                        .filter(record -> !alone.contains(record))
                        .toList();
                count(leftAlone, range.type(), alone.size());
                count(differing, range.type(), wanted.size());
                restatements.want(parent.id(), wanted);
            });
        }
        // What is undecided may still come to a difference.
        int left = differing.isEmpty() && comparisons.isQuiet(parent.id()) ? 0 : round.left() - 1;
        comparisons.done(parent.id(), round, left);
        tell(parent, differing, leftAlone, round, left);
    }

    private static void count(Map<String, Integer> byType, String type, int records) {
        if (records > 0) {
            byType.merge(type, records, Integer::sum);
        }
    }

    private static void tell(
            Link parent, Map<String, Integer> differing, Map<String, Integer> leftAlone, Round round, int left) {
        if (round.isFirst() && !leftAlone.isEmpty()) {
            ExchangeMessages.LOG.leftAlone(parent.name(), leftAlone, parent.id());
        }
        if (!differing.isEmpty() && left > 0) {
            ExchangeMessages.LOG.differ(parent.name(), differing);
        } else if (!differing.isEmpty()) {
            ExchangeMessages.LOG.stillDiffer(parent.name(), differing);
        } else if (leftAlone.isEmpty()) {
            ExchangeMessages.LOG.same(parent.name());
        } else {
            ExchangeMessages.LOG.sameButFor(parent.name(), leftAlone);
        }
    }
}
