package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of {@code satchel_link}. Positions are read here and advanced by the engine alone. */
@Dependent
class LinkRows {

    private static final String SELECT =
            "select id, role, name, neighbour, neighbour_incarnation, address, account, interval_ms, enabled,"
                    + " acknowledged_position, received_position, returns_until from satchel_link ";

    @Inject
    private Database database;

    List<Link> all() {
        return database.query(LinkRows::read, SELECT + "order by id");
    }

    Optional<Link> byId(long id) {
        return database.one(LinkRows::read, SELECT + "where id = ?", id);
    }

    Optional<Link> parent() {
        return database.one(LinkRows::read, SELECT + "where role = 'PARENT'");
    }

    Optional<Link> byAccount(String account) {
        return database.one(LinkRows::read, SELECT + "where role = 'CHILD' and account = ?", account);
    }

    boolean isNamed(String name) {
        return database.one(row -> row.getLong("id"), "select id from satchel_link where name = ?", name)
                .isPresent();
    }

    /** Whoever adds a link holds this lock, so that there are never two parents. */
    void lockForAdding() {
        database.query(row -> row.getInt(1), "select id from satchel_site where id = 1 for update");
    }

    long add(LinkRole role, String name, URI address, String account) {
        return database.insert(
                "insert into satchel_link (role, name, address, account) values (?, ?, ?, ?)",
                role.name(),
                name,
                address == null ? null : address.toString(),
                account);
    }

    void storeSecret(long id, byte[] encrypted) {
        database.update("update satchel_link set secret = ? where id = ?", encrypted, id);
    }

    Optional<byte[]> secret(long id) {
        return database.one(
                row -> row.getBytes("secret"),
                "select secret from satchel_link where id = ? and secret is not null",
                id);
    }

    void change(long id, Duration interval, boolean enabled) {
        database.update(
                "update satchel_link set interval_ms = ?, enabled = ? where id = ?", interval.toMillis(), enabled, id);
    }

    /** Binds the neighbour unless one is bound already; nothing happens if another transaction was faster. */
    void bind(long id, UUID neighbour, UUID incarnation) {
        database.update(
                "update ignore satchel_link set neighbour = ?, neighbour_incarnation = ? where id = ? and neighbour is null",
                neighbour.toString(),
                incarnation.toString(),
                id);
    }

    Set<UUID> formerIncarnations(long id) {
        return Set.copyOf(database.query(
                row -> UUID.fromString(row.getString(1)),
                "select incarnation from satchel_incarnation where link_id = ?",
                id));
    }

    void renew(long id, UUID before, UUID incarnation) {
        database.update(
                "insert ignore into satchel_incarnation (link_id, incarnation) values (?, ?)", id, before.toString());
        database.update("update satchel_link set neighbour_incarnation = ? where id = ?", incarnation.toString(), id);
    }

    /** Takes whatever life of its site greets next. */
    void forgetIncarnation(long id) {
        database.update("delete from satchel_incarnation where link_id = ?", id);
        database.update("update satchel_link set neighbour = null, neighbour_incarnation = null where id = ?", id);
    }

    /** What is parked of the neighbour has no place in its journal any more: it may come by another way. */
    void forgetPositions(long id) {
        database.update("update satchel_parked set position = 0 where link_id = ?", id);
    }

    /** The same link to another neighbour: what both have of each other is found out at the first contact. */
    void move(long id, String name, URI address, String account) {
        database.update(
                "update satchel_link set name = ?, address = ?, account = ?, neighbour = null, neighbour_incarnation = null,"
                        + " received_position = 0, marked_position = 0, mark = null, acknowledged_position = 0, ahead_position = 0,"
                        + " reconciliations = 0, reconciled = false, comparisons_left = 0 where id = ?",
                name,
                address.toString(),
                account,
                id);
        database.update("delete from satchel_incarnation where link_id = ?", id);
    }

    boolean isReconciled(long id) {
        return database.one(row -> row.getBoolean(1), "select reconciled from satchel_link where id = ?", id)
                .orElse(true);
    }

    private static Link read(ResultSet row) throws SQLException {
        var address = row.getString("address");
        return new Link(
                row.getLong("id"),
                LinkRole.valueOf(row.getString("role")),
                row.getString("name"),
                uuid(row.getString("neighbour")),
                uuid(row.getString("neighbour_incarnation")),
                address == null ? null : URI.create(address),
                row.getString("account"),
                Duration.ofMillis(row.getLong("interval_ms")),
                row.getBoolean("enabled"),
                row.getLong("acknowledged_position"),
                row.getLong("received_position"),
                row.getLong("returns_until"));
    }

    private static UUID uuid(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
