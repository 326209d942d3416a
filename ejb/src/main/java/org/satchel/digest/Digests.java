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
import org.satchel.model.RecordCollection;
import org.satchel.model.RecordType;
import org.satchel.model.ValueKind;
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
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set transaction isolation level repeatable read");
                    statement.execute("start transaction with consistent snapshot, read only");
                    try {
                        if (!isTrue(
                                statement, "select exists (select 1 from satchel_revision where position is null)")) {
                            return report(connection);
                        }
                    } finally {
                        statement.execute("commit");
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
                digests.add(digest(connection, type));
            }
        }
        return new DigestReport(position, List.copyOf(digests));
    }

    private Digest digest(Connection connection, RecordType type) throws SQLException {
        var fingerprint = new Fingerprint();
        long count = add(connection, RowQuery.records(models.current(), type), type.name(), fingerprint);
        for (RecordCollection collection : type.collections()) {
            add(
                    connection,
                    RowQuery.elements(models.current(), type, collection),
                    type.name() + "." + collection.name(),
                    fingerprint);
        }
        return new Digest(type.name(), count, fingerprint.hex());
    }

    private static long add(Connection connection, RowQuery query, String kind, Fingerprint fingerprint)
            throws SQLException {
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // How Connector/J is told to stream instead of holding the whole result.
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = statement.executeQuery(query.sql())) {
                long count = 0;
                while (row.next()) {
                    fingerprint.part(kind).part(row.getString(1));
                    for (int i = 0; i < query.fields().size(); i++) {
                        var field = query.fields().get(i);
                        var valueKind = field.isReference() ? ValueKind.TEXT : field.kind();
                        fingerprint.value(field.name(), valueKind.read(row, i + 2));
                    }
                    fingerprint.endRow();
                    count++;
                }
                return count;
            }
        }
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
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
