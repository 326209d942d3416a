package org.satchel.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.rules.ClassRule;
import org.satchel.rules.Conflict;
import org.satchel.rules.Policy;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;

/** The simulated sites under the contract. */
final class MemoryContractSites implements ContractSites {

    private final Map<String, SimulatedSite> sites = new LinkedHashMap<>();
    private final Map<String, List<byte[]>> carried = new HashMap<>();
    private final Map<String, SiteState> backups = new HashMap<>();
    private final Random random = new Random(1);

    @Override
    public void create(String site, String parent) {
        int index = sites.size();
        var id = new Identity(index, new UUID(7, index), parent == null ? 0 : link(parent));
        var links = new TreeMap<Long, Set<String>>();
        if (parent != null) {
            links.put(link(parent), Set.of());
            sites.get(parent).join(Identity.linkTo(index), Set.of());
        }
        sites.put(site, new SimulatedSite(id, links, PlantedBug.NONE, this::id));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private long link(String site) {
        return Identity.linkTo(sites.get(site).id().index());
    }

    @Override
    public void policy(String site, String type, Policy policy) {
        sites.get(site).rule(type, new ClassRule(policy, null, Set.of()));
    }

    @Override
    public void edit(String name, Edit... edits) {
        var site = sites.get(name);
        var contents = new ArrayList<Content>();
        for (Edit edit : edits) {
            var key = new Key(edit.type(), edit.uuid());
            var before = site.state().records.getOrDefault(key, Map.of());
            contents.add(new Content(key, edit.operation(), slots(edit, before)));
        }
        long received = site.id().hasParent()
                ? site.state().neighbours.get(site.id().parentLink()).received()
                : 0;
        site.open(new LocalTransaction(site.state().lastNumber + 1, id(), received, contents, List.of()));
        site.commitOpen().orElseThrow();
    }

    private static List<SlotEdit> slots(Edit edit, Map<Slot, Object> before) {
        var shape = Shape.of(edit.type());
        var slots = new ArrayList<SlotEdit>();
        if (edit.operation() == Operation.DELETED) {
            return slots;
        }
        boolean added = edit.operation() == Operation.ADDED;
        shape.fields().stream()
                .filter(field -> added || edit.fields().containsKey(field))
                .forEach(field ->
                        slots.add(SlotEdit.put(Slot.whole(field), edit.fields().get(field))));
        shape.lists().stream()
                .filter(list -> added || edit.fields().containsKey(list))
                .forEach(list -> slots.add(SlotEdit.put(
                        Slot.whole(list), List.copyOf((List<?>) edit.fields().getOrDefault(list, List.of())))));
        elements(shape, edit).forEach((name, wanted) -> {
            wanted.forEach((key, value) -> {
                if (!value.equals(before.get(new Slot(name, key)))) {
                    slots.add(SlotEdit.put(new Slot(name, key), value));
                }
            });
            before.keySet().stream()
                    .filter(slot -> slot.name().equals(name) && !wanted.containsKey(slot.key()))
                    .forEach(slot -> slots.add(SlotEdit.take(slot)));
        });
        return slots;
    }

    /** Of each set and map in the edit, what it is to hold. */
    private static Map<String, Map<Object, Object>> elements(Shape shape, Edit edit) {
        var elements = new TreeMap<String, Map<Object, Object>>();
        edit.fields().forEach((name, value) -> {
            if (shape.sets().contains(name)) {
                elements.put(name, ((Set<?>) value).stream().collect(Collectors.toMap(one -> one, one -> one)));
            } else if (shape.maps().contains(name)) {
                elements.put(name, new HashMap<>((Map<?, ?>) value));
            }
        });
        return elements;
    }

    @Override
    public void exchange(String child, String parent) {
        carry(child, parent);
        carry(parent, child);
    }

    private void carry(String sender, String receiver) {
        var from = sites.get(sender);
        from.number();
        long start = from.state().neighbours.get(link(receiver)).acknowledged();
        var bytes =
                from.outbox().write(id(), link(receiver), start, from.state().lastPosition, Set.of(), Instant.EPOCH);
        carried.computeIfAbsent(sender + " to " + receiver, any -> new ArrayList<>())
                .add(bytes);
        take(sender, receiver, bytes);
    }

    @Override
    public void sendAhead(String sender, String receiver) {
        var from = sites.get(sender);
        from.number();
        long start = from.state().neighbours.get(link(receiver)).acknowledged();
        var last = from.state().at(from.state().lastPosition).orElseThrow();
        var bytes = from.outbox().writeAhead(id(), link(receiver), start, List.of(last), Set.of(), Instant.EPOCH);
        take(sender, receiver, bytes);
    }

    private void take(String sender, String receiver, byte[] bytes) {
        var to = sites.get(receiver);
        to.receive(link(sender), bytes);
        while (to.receiving().contains(link(sender))) {
            to.takeIn(link(sender), 2);
        }
        to.retry();
        var known = to.state().neighbours.get(link(sender));
        sites.get(sender).acknowledged(link(receiver), known.received(), known.agreement());
    }

    @Override
    public void repeat(String child, String parent) {
        take(child, parent, last(child, parent));
        take(parent, child, last(parent, child));
    }

    private byte[] last(String sender, String receiver) {
        var all = carried.get(sender + " to " + receiver);
        return all.get(all.size() - 1);
    }

    @Override
    public void retry(String site) {
        sites.get(site).retryAll();
    }

    @Override
    public void reject(String site, UUID revision) {
        sites.get(site).rejectable().stream()
                .filter(parked -> parked.changeSet().revision().equals(revision))
                .findFirst()
                .ifPresent(sites.get(site)::reject);
    }

    @Override
    public void backup(String site) {
        backups.put(site, sites.get(site).state().copy());
    }

    @Override
    public void restore(String site) {
        sites.get(site).restore(backups.get(site));
    }

    @Override
    public void reconcile(String child, String parent) {
        var below = sites.get(child);
        var above = sites.get(parent);
        var reconciliation = new Reconciliation(below, above, id(), random, true);
        reconciliation.greet();
        if (!reconciliation.run()) {
            throw new IllegalStateException("nothing may stop it");
        }
        below.greeted(above);
        above.greeted(below);
    }

    @Override
    public boolean exists(String site, String type, String uuid) {
        return sites.get(site).state().records.containsKey(new Key(type, uuid));
    }

    @Override
    public Object value(String site, String type, String uuid, String field) {
        var shape = Shape.of(type);
        var slots = sites.get(site).state().records.get(new Key(type, uuid));
        var elements = slots.entrySet().stream()
                .filter(slot ->
                        slot.getKey().name().equals(field) && !slot.getKey().isWhole())
                .collect(Collectors.toMap(slot -> slot.getKey().key(), Map.Entry::getValue));
        if (shape.sets().contains(field)) {
            return elements.keySet();
        }
        if (shape.maps().contains(field)) {
            return elements;
        }
        var value = slots.get(Slot.whole(field));
        return value == null && shape.lists().contains(field) ? List.of() : value;
    }

    @Override
    public List<Conflict> conflicts(String site) {
        return sites.get(site).state().conflicts;
    }

    @Override
    public List<UUID> parked(String site) {
        return sites.get(site).state().parked.stream()
                .map(Parked::changeSet)
                .map(ChangeSet::revision)
                .toList();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
