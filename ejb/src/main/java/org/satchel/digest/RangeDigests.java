package org.satchel.digest;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.satchel.model.EntityModels;
import org.satchel.model.RecordType;

/**
 * Tells what this site holds, range by range and record by record, so that a neighbour finds what differs without reading all of it.
 *
 * <p>Each answer is of one read-only snapshot, bounded in size, and costs one query for the records and one for each collection. For
 * neighbours and the exchange, not for people: see {@link Digests}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RangeDigests {

    /** So many records make a range, and are told one by one at a time. */
    static final int RECORDS = 1_000;

    /** So many ranges are told at a time. */
    static final int RANGES = 20;

    @Resource(lookup = "java:jboss/datasources/SatchelDS")
    private DataSource database;

    @Inject
    private EntityModels models;

    /** Names of the types that have records here. */
    public List<String> types() {
        return models.current().types().stream()
                .filter(RecordType::concrete)
                .map(RecordType::name)
                .toList();
    }

    /**
     * What this site holds of a type after a UUID, in ranges; the last range of the type has no last UUID, and every page but a type's last
     * ends with a range that has one.
     *
     * @param after null for the first page
     * @return empty if this site has no such type
     */
    public List<RangeDigest> ranges(String type, String after) throws SQLException {
        return isType(type) ? read(type, reader -> reader.ranges(after, RECORDS, RANGES)) : List.of();
    }

    /** What this site holds of the range, which must be of one of its types. */
    public RangeDigest digest(RecordRange range) throws SQLException {
        return read(range.type(), reader -> reader.digest(range));
    }

    /** The first records of the range; none if this site has no such type. */
    public RecordFingerprints records(RecordRange range) throws SQLException {
        return isType(range.type())
                ? read(range.type(), reader -> reader.records(range, RECORDS))
                : new RecordFingerprints(range.upTo(), List.of());
    }

    private boolean isType(String name) {
        return models.current().find(name).filter(RecordType::concrete).isPresent();
    }

    private interface Reading<T> {
        T from(TypeReader reader) throws SQLException;
    }

    private <T> T read(String type, Reading<T> reading) throws SQLException {
        var model = models.current();
        try (Connection connection = database.getConnection();
                var snapshot = Snapshot.of(connection)) {
            return reading.from(new TypeReader(connection, model, model.type(type)));
        }
    }
}
