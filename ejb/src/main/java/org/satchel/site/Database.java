package org.satchel.site;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Plain SQL on the site's own tables, in the caller's transaction.
 *
 * <p>Not JPA, because the engine advances positions in the same rows with SQL and a persistence context would hold stale copies of them.
 * A failing statement is thrown as {@link SqlFailure}, which rolls the transaction back.
 */
@Dependent
public class Database {

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    @Resource(lookup = "java:jboss/datasources/SatchelDS")
    private DataSource source;

    public <T> List<T> query(Row<T> row, String sql, Object... parameters) {
        return run(sql, parameters, statement -> {
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return all;
            }
        });
    }

    public <T> Optional<T> one(Row<T> row, String sql, Object... parameters) {
        return query(row, sql, parameters).stream().findFirst();
    }

    /** Rows found, whether or not the statement changed their values. */
    public int update(String sql, Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** The key that the database gave to the new row. */
    public long insert(String sql, Object... parameters) {
        return run(sql, parameters, statement -> {
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        });
    }

    /** One statement for each element, sent as a batch. */
    public <E> void batch(String sql, List<E> elements, Function<E, Object[]> parameters) {
        run(sql, new Object[0], statement -> {
            for (var element : elements) {
                bind(statement, parameters.apply(element));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private <T> T run(String sql, Object[] parameters, Work<T> work) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, parameters);
            return work.on(statement);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
