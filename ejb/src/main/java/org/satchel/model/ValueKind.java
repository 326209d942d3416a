package org.satchel.model;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.hibernate.type.SqlTypes;

/**
 * How a column's value stands on the wire and in memory (see {@link org.satchel.change.Change} for wire values), and how it is read from
 * and bound to JDBC. Values keep what the database holds: an enum its name, a class its name, a local date and time its digits.
 */
public enum ValueKind {
    TEXT(Types.VARCHAR) {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, (String) value);
        }

        @Override
        boolean fits(Object value) {
            return value instanceof String;
        }
    },
    BOOLEAN(Types.BOOLEAN) {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            var value = row.getBoolean(column);
            return row.wasNull() ? null : value;
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBoolean(index, (Boolean) value);
        }

        @Override
        boolean fits(Object value) {
            return value instanceof Boolean;
        }
    },
    INTEGER(Types.BIGINT) {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            var value = row.getLong(column);
            return row.wasNull() ? null : value;
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setLong(index, (Long) value);
        }

        @Override
        boolean fits(Object value) {
            return value instanceof Long;
        }
    },
    DECIMAL(Types.DECIMAL) {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            return row.getBigDecimal(column);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBigDecimal(index, decimal(value));
        }

        @Override
        boolean fits(Object value) {
            return value instanceof BigDecimal || value instanceof Long;
        }
    },
    FLOATING(Types.DOUBLE) {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            var value = row.getDouble(column);
            return row.wasNull() ? null : BigDecimal.valueOf(value);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setDouble(index, decimal(value).doubleValue());
        }

        @Override
        boolean fits(Object value) {
            return value instanceof BigDecimal || value instanceof Long;
        }
    },
    DATE(Types.DATE) {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            var value = row.getObject(column, LocalDate.class);
            return value == null ? null : value.toString();
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, LocalDate.parse((String) value));
        }

        @Override
        boolean fits(Object value) {
            return parses(value, LocalDate::parse);
        }
    },
    TIME(Types.TIME) {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            var value = row.getObject(column, LocalTime.class);
            return value == null ? null : DateTimeFormatter.ISO_LOCAL_TIME.format(value);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, LocalTime.parse((String) value));
        }

        @Override
        boolean fits(Object value) {
            return parses(value, LocalTime::parse);
        }
    },
    DATE_TIME(Types.TIMESTAMP) {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            var value = row.getObject(column, LocalDateTime.class);
            return value == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, LocalDateTime.parse((String) value));
        }

        @Override
        boolean fits(Object value) {
            return parses(value, LocalDateTime::parse);
        }
    },
    BYTES(Types.VARBINARY) {
        @Override
        Object get(ResultSet row, int column) throws SQLException {
            var value = row.getBytes(column);
            return value == null ? null : Base64.getEncoder().encodeToString(value);
        }

        @Override
        void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBytes(index, Base64.getDecoder().decode((String) value));
        }

        @Override
        boolean fits(Object value) {
            try {
                return value instanceof String text && Base64.getDecoder().decode(text) != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    };

    private final int nullType;

    ValueKind(int nullType) {
        this.nullType = nullType;
    }

    abstract Object get(ResultSet row, int column) throws SQLException;

    abstract void set(PreparedStatement statement, int index, Object value) throws SQLException;

    abstract boolean fits(Object value);

    /** Reads the column of the current row as a wire value. */
    public Object read(ResultSet row, int column) throws SQLException {
        return get(row, column);
    }

    /** Binds a wire value that {@linkplain #accepts fits}. */
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, nullType);
        } else {
            set(statement, index, value);
        }
    }

    /** The value in the form in which equal values are {@code equal}: 1.10 is 1.1 where the column is a number. */
    public Object canonical(Object value) {
        return switch (this) {
            case DECIMAL, FLOATING -> value == null ? null : decimal(value).stripTrailingZeros();
            case TEXT, BOOLEAN, INTEGER, DATE, TIME, DATE_TIME, BYTES -> value;
        };
    }

    /** Whether the wire value, null included, is of this kind. */
    public boolean accepts(Object value) {
        return value == null || fits(value);
    }

    /**
     * The kind for a JDBC type code as Hibernate resolved it.
     *
     * @throws IllegalArgumentException for a code that no kind can carry without loss
     */
    static ValueKind of(int sqlTypeCode) {
        return switch (sqlTypeCode) {
            case SqlTypes.BOOLEAN, SqlTypes.BIT -> BOOLEAN;
            case SqlTypes.TINYINT,
                    SqlTypes.SMALLINT,
                    SqlTypes.INTEGER,
                    SqlTypes.BIGINT,
                    SqlTypes.ORDINAL_ENUM,
                    SqlTypes.NAMED_ORDINAL_ENUM -> INTEGER;
            case SqlTypes.DECIMAL, SqlTypes.NUMERIC, SqlTypes.INTERVAL_SECOND -> DECIMAL;
            case SqlTypes.FLOAT, SqlTypes.REAL, SqlTypes.DOUBLE -> FLOATING;
            case SqlTypes.DATE -> DATE;
            case SqlTypes.TIME, SqlTypes.TIME_UTC -> TIME;
            case SqlTypes.TIMESTAMP, SqlTypes.TIMESTAMP_UTC, SqlTypes.TIMESTAMP_WITH_TIMEZONE -> DATE_TIME;
            case SqlTypes.BINARY,
                    SqlTypes.VARBINARY,
                    SqlTypes.LONGVARBINARY,
                    SqlTypes.LONG32VARBINARY,
                    SqlTypes.BLOB,
                    SqlTypes.MATERIALIZED_BLOB,
                    SqlTypes.UUID -> BYTES;
            case SqlTypes.CHAR,
                    SqlTypes.VARCHAR,
                    SqlTypes.LONGVARCHAR,
                    SqlTypes.LONG32VARCHAR,
                    SqlTypes.NCHAR,
                    SqlTypes.NVARCHAR,
                    SqlTypes.LONGNVARCHAR,
                    SqlTypes.LONG32NVARCHAR,
                    SqlTypes.CLOB,
                    SqlTypes.NCLOB,
                    SqlTypes.MATERIALIZED_CLOB,
                    SqlTypes.MATERIALIZED_NCLOB,
                    SqlTypes.ENUM,
                    SqlTypes.NAMED_ENUM,
                    SqlTypes.JSON -> TEXT;
            default -> throw new IllegalArgumentException("no wire value for JDBC type code " + sqlTypeCode);
        };
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    }

    private interface Parser {
        Object parse(CharSequence text);
    }

    private static boolean parses(Object value, Parser parser) {
        try {
            return value instanceof String text && parser.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
