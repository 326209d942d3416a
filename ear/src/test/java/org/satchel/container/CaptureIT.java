package org.satchel.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.satchel.site.Sites;
import org.satchel.zoo.Zoo;

/** Every committed change of a synchronised record is in exactly one revision; if capture fails, the transaction fails. */
@ArquillianTest
class CaptureIT {

    @PersistenceContext(unitName = "satchel-ejb.jar#satchel")
    private EntityManager entities;

    @Resource(lookup = "java:/TransactionManager")
    private TransactionManager transactions;

    @Resource(lookup = "java:jboss/datasources/SatchelDS")
    private DataSource database;

    @Inject
    private Sites sites;

    @Deployment
    static EnterpriseArchive application() throws IOException {
        return ZooApplication.with(CaptureIT.class);
    }

    @Test
    void oneTransactionIsOneRevisionThatSaysWhoWhereAndWhat() throws Exception {
        var uuid = UUID.randomUUID().toString();
        long before = revisions();
        in(() -> {
            persist(uuid);
            persist(UUID.randomUUID().toString());
        });

        assertEquals(before + 1, revisions());
        assertEquals(sites.self().uuid().toString(), last("origin"));
        assertEquals("Keeper", last("types"));
        assertEquals("2", last("changes"));
        assertNotNull(last("author"));
        assertEquals(36, last("uuid").length());
    }

    @Test
    void aRolledBackTransactionLeavesNothing() throws Exception {
        long before = revisions();
        transactions.begin();
        persist(UUID.randomUUID().toString());
        entities.flush();
        transactions.rollback();

        assertEquals(before, revisions());
    }

    @Test
    void aTransactionThatOnlyReadsLeavesNothing() throws Exception {
        long before = revisions();
        in(() ->
                entities.createQuery("select k from Keeper k", Zoo.Keeper.class).getResultList());

        assertEquals(before, revisions());
    }

    @Test
    void aNestedTransactionIsARevisionOfItsOwnWhateverBecomesOfTheOuter() throws Exception {
        long before = revisions();
        transactions.begin();
        persist(UUID.randomUUID().toString());
        var outer = transactions.suspend();
        in(() -> persist(UUID.randomUUID().toString()));
        transactions.resume(outer);
        transactions.rollback();

        assertEquals(before + 1, revisions());
    }

    @Test
    void whenCaptureFailsTheTransactionFails() throws Exception {
        var uuid = UUID.randomUUID().toString();
        long before = revisions();
        run("rename table Keeper_AUD to Keeper_gone");
        try {
            assertThrows(Exception.class, () -> in(() -> persist(uuid)));
        } finally {
            run("rename table Keeper_gone to Keeper_AUD");
            if (transactions.getTransaction() != null) {
                transactions.rollback();
            }
        }

        assertEquals(before, revisions());
        assertEquals("0", one("select count(*) from Keeper where uuid = '" + uuid + "'"));
    }

    @Test
    void aClassThatAnotherSiteAuthorsCannotBeChangedHere() throws Exception {
        var uuid = UUID.randomUUID().toString();
        long before = revisions();
        run("insert into satchel_class_rule (type, policy, author) values ('Keeper', 'AUTHORED_AT', '"
                + UUID.randomUUID() + "')");
        try {
            assertThrows(Exception.class, () -> in(() -> persist(uuid)));
        } finally {
            run("delete from satchel_class_rule");
            if (transactions.getTransaction() != null) {
                transactions.rollback();
            }
        }

        assertEquals(before, revisions());
        assertEquals("0", one("select count(*) from Keeper where uuid = '" + uuid + "'"));
    }

    @Test
    void aDeletedRecordKeepsItsDataInTheHistory() throws Exception {
        var uuid = UUID.randomUUID().toString();
        in(() -> persist(uuid));
        in(() -> entities.remove(find(uuid)));

        assertEquals(uuid, one("select name from Keeper_AUD where uuid = '" + uuid + "' and REVTYPE = 2"));
    }

    @Test
    void aChangeNamesJustTheFieldsThatChanged() throws Exception {
        var uuid = UUID.randomUUID().toString();
        in(() -> {
            var everything = new Zoo.Everything();
            everything.uuid = uuid;
            everything.text = "before";
            everything.number = 1;
            entities.persist(everything);
        });
        in(() -> entities.createQuery("select e from Everything e where e.uuid = :uuid", Zoo.Everything.class)
                .setParameter("uuid", uuid)
                .getSingleResult()
                .text = "after");

        var where = " from Everything_AUD where uuid = '" + uuid + "' and REVTYPE = 1";
        assertEquals(
                List.of("1", "0", "0"),
                List.of(
                        one("select text_MOD + 0" + where),
                        one("select number_MOD + 0" + where),
                        one("select truth_MOD + 0" + where)));
    }

    private interface Work {
        void run() throws Exception;
    }

    private void in(Work work) throws Exception {
        transactions.begin();
        work.run();
        transactions.commit();
    }

    private void persist(String uuid) {
        var keeper = new Zoo.Keeper();
        keeper.uuid = uuid;
        keeper.name = uuid;
        entities.persist(keeper);
    }

    private Zoo.Keeper find(String uuid) {
        return entities.createQuery("select k from Keeper k where k.uuid = :uuid", Zoo.Keeper.class)
                .setParameter("uuid", uuid)
                .getSingleResult();
    }

    private long revisions() throws Exception {
        return Long.parseLong(one("select count(*) from satchel_revision"));
    }

    private String last(String column) throws Exception {
        return one("select " + column + " from satchel_revision order by id desc limit 1");
    }

    private void run(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
