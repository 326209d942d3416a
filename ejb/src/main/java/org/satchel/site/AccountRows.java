package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rows of {@code satchel_account}. */
@Dependent
class AccountRows {

    /** An account with the hash of its password. */
    record Stored(Account account, String hash) {}

    @Inject
    private Database database;

    Optional<Stored> find(String name) {
        return database.one(
                row -> new Stored(read(row), row.getString("password_hash")),
                "select name, roles, enabled, password_hash from satchel_account where name = ?",
                name);
    }

    List<Account> all() {
        return database.query(AccountRows::read, "select name, roles, enabled from satchel_account order by name");
    }

    /** False if the name is taken. */
    boolean add(String name, String hash, Set<String> roles) {
        return database.update(
                        "insert ignore into satchel_account (name, password_hash, roles, enabled) values (?, ?, ?, true)",
                        name,
                        hash,
                        String.join(",", new TreeSet<>(roles)))
                == 1;
    }

    /** False if there is no such account. */
    boolean enable(String name, boolean enabled) {
        return database.update("update satchel_account set enabled = ? where name = ?", enabled, name) == 1;
    }

    boolean changeHash(String name, String hash) {
        return database.update("update satchel_account set password_hash = ? where name = ?", hash, name) == 1;
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(row.getString("name"), Set.of(row.getString("roles").split(",")), row.getBoolean("enabled"));
    }
}
