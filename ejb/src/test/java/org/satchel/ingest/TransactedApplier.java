package org.satchel.ingest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.satchel.change.ChangeSet;
import org.satchel.rules.NotApplicable;
import org.satchel.rules.Outcome;
import org.satchel.rules.RecordName;
import org.satchel.rules.Sender;
import org.satchel.rules.Settled;
import org.satchel.zoo.ZooSite;

/** Each call is one transaction, as {@code @Transactional} makes it in a container. */
final class TransactedApplier extends Applier {

    @FunctionalInterface
    private interface Work<T, E extends Exception> {
        T run() throws SQLException, E;
    }

    private final ZooSite site;
    private Connection current;

    TransactedApplier(ZooSite site) {
        this.site = site;
    }

    /** Gives the running transaction's connection, which outlives whoever closes it. */
    DataSource joined() {
        var loader = getClass().getClassLoader();
        var open = (Connection) Proxy.newProxyInstance(
                loader,
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("close") ? null : onCurrent(method, arguments));
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> open);
    }

    private Object onCurrent(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(current, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private <T, E extends Exception> T inTransaction(Work<T, E> work) throws SQLException, E {
        try (Connection connection = site.database().getConnection()) {
            connection.setAutoCommit(false);
            current = connection;
            boolean done = false;
            try {
                var result = work.run();
                done = true;
                return result;
            } finally {
                current = null;
                if (done) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            }
        }
    }

    @Override
    List<Outcome> apply(Sender from, List<Settled> settled, List<ChangeSet> changeSets, End end) throws SQLException {
        return this.<List<Outcome>, RuntimeException>inTransaction(() -> super.apply(from, settled, changeSets, end));
    }

    @Override
    void retry(Sender from, List<ChangeSet> unit) throws SQLException, NotApplicable {
        this.<Void, NotApplicable>inTransaction(() -> {
            super.retry(from, unit);
            return null;
        });
    }

    @Override
    void reject(Sender from, ChangeSet changeSet, String decider, String reason) throws SQLException {
        this.<Void, RuntimeException>inTransaction(() -> {
            super.reject(from, changeSet, decider, reason);
            return null;
        });
    }

    @Override
    void restate(Sender to, List<RecordName> records) throws SQLException {
        this.<Void, RuntimeException>inTransaction(() -> {
            super.restate(to, records);
            return null;
        });
    }

    @Override
    void want(Sender parent, List<RecordName> records) throws SQLException {
        this.<Void, RuntimeException>inTransaction(() -> {
            super.want(parent, records);
            return null;
        });
    }

    @Override
    Outcome park(Sender from, ChangeSet changeSet, String reason, End end) throws SQLException {
        return this.<Outcome, RuntimeException>inTransaction(() -> super.park(from, changeSet, reason, end));
    }

    @Override
    void abandon(Sender from, List<ChangeSet> changeSets) throws SQLException {
        this.<Void, RuntimeException>inTransaction(() -> {
            super.abandon(from, changeSets);
            return null;
        });
    }

    @Override
    void receivedUpTo(Sender from, List<Settled> settled, End end) throws SQLException {
        this.<Void, RuntimeException>inTransaction(() -> {
            super.receivedUpTo(from, settled, end);
            return null;
        });
    }

    @Override
    boolean areKnown(List<UUID> revisions) throws SQLException {
        return this.<Boolean, RuntimeException>inTransaction(() -> super.areKnown(revisions));
    }
}
