package org.satchel.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.satchel.change.Operation;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;

/** People at one site: makes up transactions on few records, so that they meet often. */
final class Application {

    private static final int CODES = 4;
    private static final int MOST_RECORDS = 4;

    private final MemoryWorkspace workspace;
    private final Random random;
    private final Set<String> locked;
    private final List<Content> contents = new ArrayList<>();
    private final List<List<SlotEdit>> bases = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final String mark;
    private int values;

    /** @param mark makes every value of this transaction unlike any other's */
    Application(MemoryWorkspace workspace, Random random, Set<String> locked, String mark) {
        this.workspace = workspace;
        this.random = random;
        this.locked = locked;
        this.mark = mark;
    }

    /** One to three changes; fewer, or none, if what it wanted cannot be done. */
    LocalTransaction transaction(long number, UUID revision) {
        int wanted = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < wanted; i++) {
            change(Shape.EDITED.get(random.nextInt(Shape.EDITED.size())));
        }
        return new LocalTransaction(number, revision, workspace.received(), contents, bases);
    }

    private void change(Shape shape) {
        var rows = workspace
                .existing(shape.type())
                .filter(row -> !used.contains(row.uuid()) && !locked.contains(row.uuid()))
                .toList();
        if (rows.isEmpty() || rows.size() < MOST_RECORDS && random.nextInt(4) == 0) {
            add(shape);
        } else {
            var row = rows.get(random.nextInt(rows.size()));
            if (random.nextInt(7) == 0 && workspace.referrers(row).isEmpty()) {
                delete(row);
            } else {
                modify(shape, row);
            }
        }
    }

    private void add(Shape shape) {
        var row = workspace.row(new Key(shape.type(), new UUID(random.nextLong(), random.nextLong()).toString()));
        row.create();
        var slots = new ArrayList<SlotEdit>();
        shape.fields().forEach(field -> slots.add(field(shape, field)));
        shape.lists().forEach(list -> slots.add(list(list)));
        shape.sets().forEach(set -> slots.add(element(set)));
        note(row, Operation.ADDED, slots, List.of());
    }

    private void delete(MemoryRow row) {
        var all = row.whole();
        row.delete();
        note(row, Operation.DELETED, List.of(), all);
    }

    private void modify(Shape shape, MemoryRow row) {
        var slots = new ArrayList<SlotEdit>();
        int wanted = 1 + random.nextInt(2);
        for (int i = 0; i < wanted; i++) {
            var edit = anyEdit(shape, row);
            boolean twice = slots.stream().anyMatch(slot -> slot.slot().equals(edit.slot()));
            if (!twice && !row.now(edit.slot()).equals(edit)) {
                slots.add(edit);
            }
        }
        if (slots.isEmpty()) {
            return;
        }
        if (shape.stamp() != null) {
            slots.add(SlotEdit.put(Slot.whole(shape.stamp()), value()));
        }
        var before = slots.stream().map(slot -> row.now(slot.slot())).toList();
        note(row, Operation.MODIFIED, slots, before);
    }

    private SlotEdit anyEdit(Shape shape, MemoryRow row) {
        var fields = new ArrayList<>(shape.fields());
        fields.remove(shape.stamp());
        int kinds = fields.size()
                + shape.sets().size()
                + shape.maps().size()
                + shape.lists().size();
        int kind = random.nextInt(kinds);
        if (kind < fields.size()) {
            return field(shape, fields.get(kind));
        }
        kind -= fields.size();
        if (kind < shape.sets().size()) {
            var element = element(shape.sets().get(kind));
            return row.now(element.slot()).present() ? SlotEdit.take(element.slot()) : element;
        }
        kind -= shape.sets().size();
        if (kind < shape.maps().size()) {
            var slot = new Slot(shape.maps().get(kind), "k" + random.nextInt(2));
            boolean take = row.now(slot).present() && random.nextInt(3) == 0;
            return take ? SlotEdit.take(slot) : SlotEdit.put(slot, value());
        }
        return list(shape.lists().get(0));
    }

    private SlotEdit field(Shape shape, String field) {
        var slot = Slot.whole(field);
        if (field.equals(shape.unique())) {
            return SlotEdit.put(slot, random.nextInt(5) == 0 ? null : "c" + random.nextInt(CODES));
        }
        if (shape.references().containsKey(field)) {
            var targets = workspace
                    .existing(shape.references().get(field))
                    .filter(row -> !locked.contains(row.uuid()))
                    .toList();
            return SlotEdit.put(
                    slot,
                    targets.isEmpty()
                            ? null
                            : targets.get(random.nextInt(targets.size())).uuid());
        }
        return SlotEdit.put(slot, random.nextInt(10) == 0 ? null : value());
    }

    private SlotEdit list(String list) {
        var values = new ArrayList<String>();
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            values.add(value());
        }
        return SlotEdit.put(Slot.whole(list), List.copyOf(values));
    }

    private SlotEdit element(String set) {
        var element = "e" + random.nextInt(3);
        return SlotEdit.put(new Slot(set, element), element);
    }

    private String value() {
        return "v" + mark + "." + values++;
    }

    private void note(MemoryRow row, Operation operation, List<SlotEdit> slots, List<SlotEdit> before) {
        slots.forEach(row::set);
        used.add(row.uuid());
        contents.add(new Content(row.key(), operation, slots));
        bases.add(before);
    }
}
