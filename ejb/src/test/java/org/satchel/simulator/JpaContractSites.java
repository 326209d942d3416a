package org.satchel.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.satchel.change.ChangeSet;
import org.satchel.ingest.Ingest;
import org.satchel.ingest.ParkedChangeSet;
import org.satchel.ingest.ParkedChangeSets;
import org.satchel.ingest.ZooIngest;
import org.satchel.journal.Journal;
import org.satchel.journal.JournalRange;
import org.satchel.journal.Marks;
import org.satchel.rules.Conflict;
import org.satchel.rules.Policy;
import org.satchel.rules.Sender;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;
import org.satchel.site.Database;
import org.satchel.site.ThisSite;
import org.satchel.transmission.Comparisons;
import org.satchel.transmission.Reconciliations;
import org.satchel.wire.ChangeSetJson;
import org.satchel.zoo.Zoo;
import org.satchel.zoo.ZooSite;

/**
 * Sites with a database each, written by Hibernate and by the boundaries that ship. Not here: what a revision has seen is not lowered for what is
 * parked, and nothing is asked of the parent again after a rejection of what it sent.
 */
final class JpaContractSites implements ContractSites {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TO_PARENT = 1;
    private static final long FIRST_CHILD = 10;
    private static final int MOST = 1_000;

    private record Site(
            int index,
            String parent,
            ZooSite zoo,
            Database database,
            Journal journal,
            Ingest ingest,
            ParkedChangeSets parked,
            Marks marks,
            Reconciliations reconciliations) {

        static Site of(int index, String parent, ZooSite zoo, ZooIngest wired) throws IllegalAccessException {
            var database = zoo.wire(new Database(), Map.of());
            var marks = zoo.wire(new Marks(), Map.of(Database.class, () -> database));
            var comparisons = zoo.wire(new Comparisons(), Map.of(Database.class, () -> database));
            var ingest = wired.ingest();
            var reconciliations = zoo.wire(
                    new Reconciliations(),
                    Map.of(
                            Database.class, () -> database,
                            Marks.class, () -> marks,
                            Ingest.class, () -> ingest,
                            Comparisons.class, () -> comparisons));
            return new Site(
                    index, parent, zoo, database, wired.journal(), ingest, wired.parked(), marks, reconciliations);
        }

        long position(String column, long link) {
            return database.one(
                            row -> row.getLong(1),
                            "select " + column + "_position from satchel_link where id = ?",
                            link)
                    .orElseThrow();
        }
    }

    private record Carried(JournalRange range, List<ChangeSet> changeSets) {}

    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final Map<String, Carried> carried = new HashMap<>();
    private final Map<String, Map<String, List<Object[]>>> backups = new HashMap<>();
    private final List<ZooSite> schemas;

    /** @param schemas to be used again; more are added as they are needed */
    JpaContractSites(List<ZooSite> schemas) {
        this.schemas = schemas;
    }

    @Override
    public void create(String name, String parent) {
        try {
            int index = sites.size();
            if (index == schemas.size()) {
                schemas.add(new ZooSite());
            }
            var zoo = schemas.get(index);
            zoo.empty();
            var wired = new ZooIngest(zoo, new ThisSite(new UUID(7, index), new UUID(8, index), name));
            var site = Site.of(index, parent, zoo, wired);
            sites.put(name, site);
            if (parent != null) {
                link(site.database(), TO_PARENT, "PARENT", parent);
                link(sites.get(parent).database(), FIRST_CHILD + index, "CHILD", name);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void link(Database database, long id, String role, String name) {
        database.update("insert into satchel_link (id, role, name, account) values (?, ?, ?, ?)", id, role, name, name);
    }

    @Override
    public void policy(String site, String type, Policy policy) {
        sites.get(site)
                .database()
                .update("insert into satchel_class_rule (type, policy) values (?, ?)", type, policy.name());
    }

    @Override
    public void edit(String site, Edit... edits) {
        sites.get(site).zoo().change(session -> {
            for (Edit edit : edits) {
                switch (edit.operation()) {
                    case ADDED -> session.persist(set(session, made(edit), edit.fields()));
                    case MODIFIED -> set(session, find(session, edit.type(), edit.uuid()), edit.fields());
                    case DELETED -> session.remove(find(session, edit.type(), edit.uuid()));
                }
            }
        });
    }

    private static Zoo.Known made(Edit edit) {
        var made =
                switch (edit.type()) {
                    case "Animal" -> new Zoo.Animal();
                    case "Cage" -> new Zoo.Cage();
                    case "Holder" -> new Zoo.Holder();
                    case "Keeper" -> new Zoo.Keeper();
                    default -> throw new IllegalArgumentException(edit.type());
                };
        made.uuid = edit.uuid();
        return made;
    }

    @SuppressWarnings("unchecked") // the contract's collections are of strings
    private static Zoo.Known set(Session session, Zoo.Known record, Map<String, Object> values) {
        values.forEach((name, value) -> {
            var now = get(record, name);
            if (now instanceof Set<?> elements) {
                elements.retainAll((Set<?>) value);
                ((Set<Object>) elements).addAll((Set<?>) value);
            } else if (now instanceof Map<?, ?> entries) {
                entries.keySet().retainAll(((Map<?, ?>) value).keySet());
                ((Map<Object, Object>) entries).putAll((Map<?, ?>) value);
            } else if (now instanceof List<?> list) {
                list.clear();
                ((List<Object>) list).addAll((List<?>) value);
            } else {
                put(session, record, name, value);
            }
        });
        return record;
    }

    private static void put(Session session, Zoo.Known record, String name, Object value) {
        try {
            var field = record.getClass().getField(name);
            boolean reference = value != null && Zoo.Known.class.isAssignableFrom(field.getType());
            field.set(record, reference ? find(session, field.getType().getSimpleName(), (String) value) : value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static Object get(Zoo.Known record, String name) {
        try {
            return record.getClass().getField(name).get(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static Zoo.Known find(Session session, String type, String uuid) {
        return session.createQuery("select e from " + type + " e where e.uuid = :uuid", Zoo.Known.class)
                .setParameter("uuid", uuid)
                .getSingleResult();
    }

    @Override
    public void exchange(String child, String parent) {
        carry(child, parent);
        carry(parent, child);
    }

    private void carry(String sender, String receiver) {
        try {
            var all = waiting(sender, receiver);
            carried.put(sender + " to " + receiver, all);
            take(sender, receiver, all);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that a site has for another, as it stands on the line. */
    private Carried waiting(String sender, String receiver) throws Exception {
        var from = sites.get(sender);
        long link = link(sender, receiver);
        from.journal().advance();
        var range = from.journal().range(link, from.position("acknowledged", link), Integer.MAX_VALUE);
        var changeSets = new ArrayList<ChangeSet>();
        from.journal().read(range, one -> changeSets.add(ChangeSetJson.read(ChangeSetJson.write(one))));
        return new Carried(range, changeSets);
    }

    @Override
    public void sendAhead(String sender, String receiver) {
        try {
            var all = waiting(sender, receiver);
            var last =
                    List.of(all.changeSets().get(all.changeSets().size() - 1)).iterator();
            var to = sites.get(receiver);
            to.ingest()
                    .applyAhead(
                            new Sender(link(receiver, sender), sender.equals(to.parent())),
                            () -> last.hasNext() ? last.next() : null,
                            all.range().to(),
                            all.range().last());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(String sender, String receiver, Carried all) throws Exception {
        var from = sites.get(sender);
        var to = sites.get(receiver);
        long link = link(receiver, sender);
        var next = all.changeSets().iterator();
        to.ingest()
                .apply(
                        new Sender(link, sender.equals(to.parent())),
                        all.range().settled(),
                        () -> next.hasNext() ? next.next() : null,
                        all.range().to(),
                        all.range().last());
        from.database()
                .update(
                        "update satchel_link set acknowledged_position = ? where id = ?",
                        to.position("received", link),
                        link(sender, receiver));
    }

    private long link(String site, String neighbour) {
        return neighbour.equals(sites.get(site).parent())
                ? TO_PARENT
                : FIRST_CHILD + sites.get(neighbour).index();
    }

    @Override
    public void repeat(String child, String parent) {
        try {
            take(child, parent, carried.get(child + " to " + parent));
            take(parent, child, carried.get(parent + " to " + child));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void retry(String site) {
        sites.get(site).parked().retryAll();
    }

    @Override
    public void reject(String site, UUID revision) {
        sites.get(site).parked().skip(revision, "rejected");
    }

    @Override
    public void backup(String site) {
        try {
            backups.put(site, sites.get(site).zoo().backup());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void restore(String site) {
        try {
            sites.get(site).zoo().restore(backups.get(site));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        sites.get(site).parked().retryAll();
    }

    @Override
    public void reconcile(String child, String parent) {
        try {
            var below = sites.get(child);
            var above = sites.get(parent);
            long link = link(parent, child);
            below.journal().advance();
            above.journal().advance();
            int number = 1
                    + Math.max(
                            below.reconciliations().number(TO_PARENT),
                            above.reconciliations().number(link));
            below.reconciliations().begin(TO_PARENT);
            long received =
                    below.reconciliations().walk(TO_PARENT, 0, above.marks().revisionsAfter(0));
            var from = below.reconciliations().resumption(received, number);
            var there = above.reconciliations().finishAtParent(link, from);
            below.reconciliations().finishAtChild(TO_PARENT, from, there);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean exists(String site, String type, String uuid) {
        return sites.get(site)
                .database()
                .one(row -> 1, "select 1 from `" + type + "` where uuid = ?", uuid)
                .isPresent();
    }

    @Override
    public Object value(String site, String type, String uuid, String field) {
        try (var session = sites.get(site).zoo().session()) {
            var value = get(find(session, type, uuid), field);
            if (value instanceof Zoo.Known) {
                // Through a query: the fields of a proxy are empty.
                return session.createQuery("select e." + field + ".uuid from " + type + " e where e.uuid = :uuid")
                        .setParameter("uuid", uuid)
                        .getSingleResult();
            }
            if (value instanceof Map<?, ?> entries) {
                return new HashMap<>(entries);
            }
            return value instanceof Collection<?> all
                    ? value instanceof Set<?> ? Set.copyOf(all) : List.copyOf(all)
                    : value;
        }
    }

    @Override
    public List<Conflict> conflicts(String site) {
        return sites.get(site)
                .database()
                .query(JpaContractSites::conflict, "select * from satchel_conflict order by id");
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        var name = row.getString("slot");
        var slot = name == null ? null : new Slot(name, json(row.getString("slot_key")));
        return new Conflict(
                Conflict.Kind.valueOf(row.getString("kind")),
                row.getString("type"),
                row.getString("uuid"),
                slot,
                value(slot, row, "lost"),
                UUID.fromString(row.getString("loser")),
                value(slot, row, "stands"),
                UUID.fromString(row.getString("winner")));
    }

    private static SlotEdit value(Slot slot, ResultSet row, String column) throws SQLException {
        return row.getBoolean(column + "_present") ? SlotEdit.put(slot, json(row.getString(column))) : null;
    }

    private static Object json(String value) {
        try {
            return value == null ? null : JSON.readValue(value, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<UUID> parked(String site) {
        return sites.get(site).parked().all(0, MOST).stream()
                .map(ParkedChangeSet::revision)
                .toList();
    }

    @Override
    public void close() {
        // The schemas are used again.
    }
}
