package org.satchel.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.satchel.site.Database;
import org.satchel.site.Uuids;

/**
 * Work that one node does at a time. A lease is a row with an expiry, renewed while its holder lives; when the holder dies it ends by
 * itself. By the database's clock, because the nodes' clocks differ.
 */
@ApplicationScoped
class Leases {

    private static final int SECONDS = 10;

    @Inject
    private Database database;

    @Inject
    private Uuids uuids;

    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile String holder;

    /** @return whether this process holds the lease now; false if another does, or another thread of this one */
    @Transactional(TxType.REQUIRES_NEW)
    boolean acquire(String name) {
        if (!held.add(name)) {
            return false;
        }
        boolean won = false;
        try {
            database.update(
                    "insert ignore into satchel_lease (name, holder, expires_at) values (?, '', now(3) - interval 1 second)",
                    name);
            won = database.update(
                            "update satchel_lease set holder = ?, expires_at = now(3) + interval " + SECONDS
                                    + " second where name = ? and expires_at < now(3)",
                            holder(),
                            name)
                    == 1;
            return won;
        } finally {
            if (!won) {
                held.remove(name);
            }
        }
    }

    /** Nobody's afterwards, so that a renewal that began before does not take it back. */
    @Transactional(TxType.REQUIRES_NEW)
    void release(String name) {
        held.remove(name);
        database.update(
                "update satchel_lease set holder = '', expires_at = now(3) - interval 1 second where name = ? and holder = ?",
                name,
                holder());
    }

    /** To be called well within the expiry. */
    @Transactional(TxType.REQUIRES_NEW)
    void renew() {
        if (!held.isEmpty()) {
            database.batch(
                    "update satchel_lease set expires_at = now(3) + interval " + SECONDS
                            + " second where holder = ? and name = ?",
                    java.util.List.copyOf(held),
                    name -> new Object[] {holder(), name});
        }
    }

    boolean isHeldByAnyone(String name) {
        return database.one(
                        row -> row.getInt(1),
                        "select 1 from satchel_lease where name = ? and expires_at > now(3)",
                        name)
                .isPresent();
    }

    private String holder() {
        if (holder == null) {
            holder = uuids.next().toString();
        }
        return holder;
    }
}
