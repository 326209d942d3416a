package org.satchel.transmission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.satchel.site.Database;

/** The rows of transmissions and their attempts, in the caller's transaction. */
@Dependent
class TransmissionRows {

    private static final String SELECT =
            """
            select t.*, (select count(*) from satchel_attempt a where a.transmission_id = t.id) attempts,
                   (select coalesce(sum(a.bytes), 0) from satchel_attempt a where a.transmission_id = t.id) bytes,
                   (select a.failure from satchel_attempt a where a.transmission_id = t.id and a.failure is not null
                     order by a.id desc limit 1) last_failure
              from satchel_transmission t""";

    @Inject
    private Database database;

    @Inject
    private InstantSource clock;

    Optional<Transmission> open(long link) {
        return database.one(
                TransmissionRows::read,
                SELECT
                        + " where t.link_id = ? and t.direction = 'SENT' and t.state = 'OPEN' order by t.id desc limit 1",
                link);
    }

    List<Transmission> page(long link, int first, int size) {
        return database.query(
                TransmissionRows::read,
                SELECT + " where t.link_id = ? order by t.id desc limit ? offset ?",
                link,
                size,
                first);
    }

    long insert(UUID uuid, long link, Direction direction, long from, long to, boolean ahead, int changeSets) {
        return database.insert(
                "insert into satchel_transmission (uuid, link_id, direction, from_position, to_position, ahead, change_sets, state, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)"
                        + " on duplicate key update id = last_insert_id(id), to_position = values(to_position),"
                        + " ahead = values(ahead), change_sets = values(change_sets), state = 'OPEN'",
                uuid.toString(),
                link,
                direction.name(),
                from,
                to,
                ahead,
                changeSets,
                Timestamp.from(clock.instant()));
    }

    /** The same transmission, tried again with what has come since. */
    void extend(long id, long from, long to, boolean ahead, int changeSets) {
        database.update(
                "update satchel_transmission set from_position = ?, to_position = ?, ahead = ?, change_sets = ? where id = ?",
                from,
                to,
                ahead,
                changeSets,
                id);
    }

    long beginAttempt(long transmission) {
        return database.insert(
                "insert into satchel_attempt (transmission_id, started_at) values (?, ?)",
                transmission,
                Timestamp.from(clock.instant()));
    }

    void endAttempt(long attempt, long bytes, String failure) {
        database.update(
                "update satchel_attempt set ended_at = ?, bytes = ?, failure = ? where id = ?",
                Timestamp.from(clock.instant()),
                bytes,
                failure,
                attempt);
    }

    void end(UUID uuid, Direction direction, TransmissionState state) {
        database.update(
                "update satchel_transmission set state = ?, ended_at = ? where uuid = ? and direction = ? and state = 'OPEN'",
                state.name(),
                Timestamp.from(clock.instant()),
                uuid.toString(),
                direction.name());
    }

    /** Up to where the transmission went ahead; empty if it did not. */
    Optional<Long> aheadTo(UUID uuid) {
        return database.one(
                row -> row.getLong(1),
                "select to_position from satchel_transmission where uuid = ? and direction = 'SENT' and ahead",
                uuid.toString());
    }

    private static Transmission read(ResultSet row) throws SQLException {
        return new Transmission(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getLong("link_id"),
                Direction.valueOf(row.getString("direction")),
                row.getLong("from_position"),
                row.getLong("to_position"),
                row.getInt("change_sets"),
                TransmissionState.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getInt("attempts"),
                row.getLong("bytes"),
                row.getString("last_failure"));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
