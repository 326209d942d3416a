package org.satchel.journal;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;

/**
 * What was changed at this site or reached it, newest first, for people to read.
 *
 * <p>Reads only, joins a transaction if there is one. A page is one query and a count is one, whatever they hold; the newest revision
 * is the one that was committed here last, so a revision that arrived late stands where it arrived, not where its clock says.
 */
@Stateless
@TransactionAttribute(SUPPORTS)
public class History {

    private static final String SUMMARIES =
            "select uuid, position, origin, author, made_at, types, changes, received_from from satchel_revision";
    private static final String FILTER =
            " where (? is null or author = ?) and (? is null or find_in_set(?, types)) and (? is null or origin = ?)";

    @Resource(lookup = "java:jboss/datasources/SatchelDS")
    private DataSource database;

    @EJB
    private Journal journal;

    /** The revisions of one page. */
    public List<RevisionSummary> page(HistoryQuery query) {
        try (var connection = database.getConnection();
                var statement =
                        filtered(connection, SUMMARIES + FILTER + " order by id desc limit ? offset ?", query)) {
            statement.setInt(7, query.range().size());
            statement.setInt(8, query.range().first());
            return summaries(statement);
        } catch (SQLException e) {
            throw new EJBException("cannot read the history", e);
        }
    }

    /** How many revisions pass the filters of the query, on all its pages. */
    public long count(HistoryQuery query) {
        try (var connection = database.getConnection();
                var statement = filtered(connection, "select count(*) from satchel_revision" + FILTER, query);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new EJBException("cannot count the history", e);
        }
    }

    /** One revision with its changes; empty if this site has not got it. */
    public Optional<RevisionDetail> find(UUID revision) {
        try {
            var summary = summary(revision);
            return summary.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RevisionDetail(summary.get(), changes(revision)));
        } catch (SQLException e) {
            throw new EJBException("cannot read revision " + revision + " of the history", e);
        }
    }

    private Optional<RevisionSummary> summary(UUID revision) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SUMMARIES + " where uuid = ?")) {
            statement.setString(1, revision.toString());
            return summaries(statement).stream().findFirst();
        }
    }

    private List<Change> changes(UUID revision) throws SQLException {
        return journal.changeSet(revision).map(ChangeSet::changes).orElse(List.of());
    }

    private static PreparedStatement filtered(Connection connection, String sql, HistoryQuery query)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        filter(statement, 1, query.author());
        filter(statement, 3, query.type());
        filter(statement, 5, query.origin() == null ? null : query.origin().toString());
        return statement;
    }

    private static void filter(PreparedStatement statement, int at, String value) throws SQLException {
        statement.setObject(at, value, Types.VARCHAR);
        statement.setObject(at + 1, value, Types.VARCHAR);
    }

    private static List<RevisionSummary> summaries(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var found = new ArrayList<RevisionSummary>();
            while (rows.next()) {
                found.add(summary(rows));
            }
            return found;
        }
    }

    private static RevisionSummary summary(ResultSet row) throws SQLException {
        var types = row.getString("types");
        return new RevisionSummary(
                UUID.fromString(row.getString("uuid")),
                row.getObject("position", Long.class),
                UUID.fromString(row.getString("origin")),
                row.getString("author"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                types.isEmpty() ? List.of() : List.of(types.split(",")),
                row.getInt("changes"),
                row.getObject("received_from", Long.class));
    }
}
