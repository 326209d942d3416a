package org.satchel.digest;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.satchel.journal.Journal;
import org.satchel.model.EntityModels;
import org.satchel.model.RecordType;
import org.satchel.site.Roles;

/**
 * Computes this site's digests.
 *
 * <p>In one read-only snapshot of the database, so that all types are seen at the same position; rows are streamed, so that the heap does not
 * grow with them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Digests {

    private static final int MOST_TRIES = 100;

    @Resource(lookup = "java:jboss/datasources/SatchelDS")
    private DataSource database;

    @Inject
    private Journal journal;

    @Inject
    private EntityModels models;

    /**
     * Digests of all types.
     *
     * @throws IllegalStateException if this site is so busy that no snapshot shows only revisions with positions
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER, Roles.MONITOR})
    public DigestReport report() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
                journal.advance();
                try (var snapshot = Snapshot.of(connection)) {
                    if (!snapshot.isTrue("select exists (select 1 from satchel_revision where position is null)")) {
                        return report(connection);
                    }
                }
            }
        }
        throw new IllegalStateException(
                "transactions commit faster than a snapshot can be taken; try again when less is written");
    }

    private DigestReport report(Connection connection) throws SQLException {
        long position = new Position(connection).head();
        var digests = new ArrayList<Digest>();
        for (RecordType type : models.current().types()) {
            if (type.concrete()) {
                var whole = new TypeReader(connection, models.current(), type).digest(RecordRange.whole(type.name()));
                digests.add(new Digest(type.name(), whole.count(), whole.fingerprint()));
            }
        }
        return new DigestReport(position, List.copyOf(digests));
    }

    /** The journal's head as the snapshot shows it. */
    private record Position(Connection connection) {
        long head() throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select head from satchel_journal where id = 1")) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
