package org.satchel.capture;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.satchel.model.EntityModels;
import org.satchel.model.KeyDirectory;
import org.satchel.site.Database;

/** How far whoever writes here can have seen the parent's journal. In the caller's transaction. */
@Dependent
class ParentSight {

    /**
     * What a transaction starts from.
     *
     * @param received the parent's position up to which this site has received; 0 at the root
     * @param isPartial whether change sets of the parent's wait here, parked: what they touch has not been seen
     */
    record Received(long received, boolean isPartial) {}

    @Resource(lookup = "java:jboss/datasources/SatchelDS")
    private DataSource source;

    @Inject
    private Database database;

    @Inject
    private EntityModels models;

    Received received() {
        return database.one(
                        row -> new Received(row.getLong(1), row.getBoolean(2)),
                        "select l.received_position, exists (select 1 from satchel_parked p where p.link_id = l.id)"
                                + " from satchel_link l where l.role = 'PARENT'")
                .orElse(new Received(0, false));
    }

    /** The position of the first of the parent's change sets that wait here and touch the record. */
    OptionalLong lateFor(String type, Object key) {
        var uuid = uuid(type, key);
        return database
                .query(
                        row -> row.getLong(1),
                        "select p.position from satchel_parked p join satchel_link l on l.id = p.link_id and l.role = 'PARENT'"
                                + " join satchel_parked_record r on r.parked_id = p.id where ? is null or r.uuid = ?"
                                + " order by p.position limit 1",
                        uuid,
                        uuid)
                .stream()
                .mapToLong(position -> position)
                .findFirst();
    }

    /** Null for a record with a composite key, which stands for any record. */
    private String uuid(String type, Object key) {
        if (!(key instanceof Number) && !(key instanceof String)) {
            return null;
        }
        var local = key instanceof Number number ? (Object) number.longValue() : key;
        try (var connection = source.getConnection()) {
            var model = models.current();
            return new KeyDirectory(connection, model)
                    .uuids(model.type(type), List.of(local))
                    .get(local);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tell which record was changed", e);
        }
    }
}
