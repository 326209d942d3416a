package org.satchel.digest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.satchel.digest.RecordFingerprints.RecordFingerprint;
import org.satchel.model.EntityModel;
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;

/**
 * Reads what this site holds of a type: one query for the records and one for each collection, whatever the number of rows, which are
 * streamed. What belongs to one record goes into one fingerprint. On the caller's connection.
 */
final class TypeReader {

    private final Connection connection;
    private final EntityModel model;
    private final RecordType type;

    TypeReader(Connection connection, EntityModel model, RecordType type) {
        this.connection = connection;
        this.model = model;
        this.type = type;
    }

    /** The range as a whole. */
    RangeDigest digest(RecordRange range) throws SQLException {
        var fingerprint = new Fingerprint();
        var records = RowQuery.records(model, type);
        long count = read(records, records.of(range), range, type.name(), uuid -> fingerprint);
        readElements(range, uuid -> fingerprint);
        return new RangeDigest(range.upTo(), count, fingerprint.hex());
    }

    /**
     * The ranges after a UUID, each of as many records; the one that ends with the table goes to the end and may have fewer, or none.
     *
     * @param most ranges; if there are more, the last of these does not go to the end
     */
    List<RangeDigest> ranges(String after, int recordsEach, int most) throws SQLException {
        var ranges = new ArrayList<Range>(List.of(new Range()));
        var owners = new HashMap<String, Fingerprint>();
        var page = new RecordRange(type.name(), after, null);
        var records = RowQuery.records(model, type);
        long count = read(records, records.firstOf(page, recordsEach * most), page, type.name(), uuid -> {
            if (ranges.get(ranges.size() - 1).count == recordsEach) {
                ranges.add(new Range());
            }
            var range = ranges.get(ranges.size() - 1);
            range.count++;
            range.last = uuid;
            owners.put(uuid, range.fingerprint);
            return range.fingerprint;
        });
        var last = ranges.get(ranges.size() - 1);
        last.goesToTheEnd = count < (long) recordsEach * most;
        readElements(last.goesToTheEnd ? page : page.to(last.last), owners::get);
        return ranges.stream().map(Range::digest).toList();
    }

    /** The first records of the range, one by one. */
    RecordFingerprints records(RecordRange range, int most) throws SQLException {
        Map<String, Fingerprint> found = new LinkedHashMap<>();
        var records = RowQuery.records(model, type);
        long count = read(
                records,
                records.firstOf(range, most),
                range,
                type.name(),
                uuid -> found.computeIfAbsent(uuid, one -> new Fingerprint()));
        var told = count < most ? range : range.to(List.copyOf(found.keySet()).get(found.size() - 1));
        readElements(told, found::get);
        return new RecordFingerprints(
                told.upTo(),
                found.entrySet().stream()
                        .map(one -> new RecordFingerprint(
                                one.getKey(), one.getValue().hex()))
                        .toList());
    }

    private void readElements(RecordRange range, Function<String, Fingerprint> owner) throws SQLException {
        for (RecordCollection collection : type.collections()) {
            var elements = RowQuery.elements(model, type, collection);
            read(elements, elements.of(range), range, type.name() + "." + collection.name(), owner);
        }
    }

    /** Says how many rows there were. */
    private long read(RowQuery query, String sql, RecordRange range, String kind, Function<String, Fingerprint> owner)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // How Connector/J is told to stream instead of holding the whole result.
            statement.setFetchSize(Integer.MIN_VALUE);
            int parameter = 1;
            for (String bound : range.bounds()) {
                statement.setString(parameter++, bound);
            }
            try (ResultSet row = statement.executeQuery()) {
                long count = 0;
                while (row.next()) {
                    add(query, row, kind, owner.apply(row.getString(1)));
                    count++;
                }
                return count;
            }
        }
    }

    private static void add(RowQuery query, ResultSet row, String kind, Fingerprint fingerprint) throws SQLException {
        fingerprint.part(kind).part(row.getString(1));
        for (int i = 0; i < query.fields().size(); i++) {
            var field = query.fields().get(i);
            var valueKind = field.isReference() ? ValueKind.TEXT : field.kind();
            fingerprint.value(field.name(), valueKind.read(row, i + 2));
        }
        fingerprint.endRow();
    }

    /** A range while its records are read. */
    private static final class Range {
        private final Fingerprint fingerprint = new Fingerprint();
        private long count;
        private String last;
        private boolean goesToTheEnd;

        private RangeDigest digest() {
            return new RangeDigest(goesToTheEnd ? null : last, count, fingerprint.hex());
        }
    }
}
