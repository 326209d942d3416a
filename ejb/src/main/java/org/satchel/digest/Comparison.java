package org.satchel.digest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.satchel.digest.RecordFingerprints.RecordFingerprint;
import org.satchel.rules.RecordName;

/**
 * Finds where this site's records differ from its parent's: first the ranges, then the records in them. The parent's ranges are looked up
 * here, so that what only one of both has stands in one of them too: the last one has no end. No database lock or snapshot outlasts a
 * question to the parent, and only a part is ever in memory; so it finds also what was merely on its way.
 */
public final class Comparison {

    /** What the parent says. */
    public interface Parent {

        /** As {@link RangeDigests#ranges}. */
        List<RangeDigest> ranges(String type, String after);

        /** As {@link RangeDigests#records}. */
        RecordFingerprints records(RecordRange range);
    }

    private final RangeDigests here;
    private final Parent parent;

    public Comparison(RangeDigests here, Parent parent) {
        this.here = here;
        this.parent = parent;
    }

    /** The ranges that differ. A type that the parent does not have is left out: it could not tell anything of it. */
    public List<RecordRange> ranges() throws SQLException {
        var differing = new ArrayList<RecordRange>();
        for (String type : here.types()) {
            var rest = RecordRange.whole(type);
            for (var page = parent.ranges(type, null); !page.isEmpty(); page = next(rest)) {
                for (RangeDigest there : page) {
                    var range = rest.to(there.upTo());
                    if (!here.digest(range).equals(there)) {
                        differing.add(range);
                    }
                    rest = rest.from(there.upTo());
                }
            }
        }
        return differing;
    }

    private List<RangeDigest> next(RecordRange rest) {
        return rest.after() == null ? List.of() : parent.ranges(rest.type(), rest.after());
    }

    /** Gives the names of the records of the range that differ, a bounded number at a time. */
    public void records(RecordRange range, Consumer<List<RecordName>> sink) throws SQLException {
        var rest = range;
        boolean more = true;
        while (more) {
            var there = parent.records(rest);
            compare(rest.to(there.upTo()), there.records(), sink);
            more = !Objects.equals(there.upTo(), range.upTo());
            rest = rest.from(there.upTo());
        }
    }

    private void compare(RecordRange range, List<RecordFingerprint> told, Consumer<List<RecordName>> sink)
            throws SQLException {
        var there = new HashMap<String, String>();
        told.forEach(record -> there.put(record.uuid(), record.fingerprint()));
        var rest = range;
        boolean more = true;
        while (more) {
            var records = here.records(rest);
            sink.accept(records.records().stream()
                    .filter(record -> !record.fingerprint().equals(there.remove(record.uuid())))
                    .map(record -> new RecordName(range.type(), record.uuid()))
                    .toList());
            more = !Objects.equals(records.upTo(), range.upTo());
            rest = rest.from(records.upTo());
        }
        sink.accept(there.keySet().stream()
                .map(uuid -> new RecordName(range.type(), uuid))
                .toList());
    }
}
