package org.satchel.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.satchel.change.Operation;
import org.satchel.rules.Row;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;
import org.satchel.rules.Touch;

/** A record within a transaction. */
final class MemoryRow implements Row {

    private final Key key;
    private final SiteState state;
    private final PlantedBug bug;
    private final Predicate<Touch> loaded;
    private final List<Touch> pending = new ArrayList<>();
    private final Map<Slot, Object> slots = new HashMap<>();
    private boolean exists;

    /** @param loaded which touches the store has loaded: no more than the rules have asked for */
    MemoryRow(Key key, SiteState state, Predicate<Touch> loaded, PlantedBug bug) {
        this.loaded = loaded;
        this.key = key;
        this.state = state;
        this.bug = bug;
        var stored = state.records.get(key);
        exists = stored != null;
        if (exists) {
            slots.putAll(stored);
        }
    }

    Key key() {
        return key;
    }

    @Override
    public String type() {
        return key.type();
    }

    @Override
    public String uuid() {
        return key.uuid();
    }

    @Override
    public boolean exists() {
        return exists;
    }

    @Override
    public boolean wasDeleted() {
        return !exists && all().stream().anyMatch(touch -> touch.operation() == Operation.DELETED);
    }

    @Override
    public List<Touch> touches() {
        return bug.disguise(all().stream().filter(loaded).toList());
    }

    private List<Touch> all() {
        var touches = new ArrayList<Touch>();
        for (Entry entry : state.journal) {
            for (Content content : entry.contents()) {
                if (content.record().equals(key)) {
                    touches.add(entry.touch(content));
                }
            }
        }
        touches.addAll(pending);
        return touches;
    }

    @Override
    public void touched(Touch touch) {
        pending.add(touch);
    }

    /** What was pending is in the journal now. */
    void written() {
        pending.clear();
    }

    Object value(Slot slot) {
        return slots.get(slot);
    }

    @Override
    public SlotEdit now(Slot slot) {
        var value = slots.get(slot);
        if (slot.isWhole()) {
            return SlotEdit.put(slot, value == null && isList(slot) ? List.of() : value);
        }
        return value == null ? SlotEdit.take(slot) : SlotEdit.put(slot, value);
    }

    private boolean isList(Slot slot) {
        return Shape.of(key.type()).lists().contains(slot.name());
    }

    @Override
    public List<SlotEdit> whole() {
        var shape = Shape.of(key.type());
        var whole = new ArrayList<SlotEdit>();
        shape.fields().forEach(field -> whole.add(now(Slot.whole(field))));
        shape.lists().forEach(list -> whole.add(now(Slot.whole(list))));
        slots.keySet().stream()
                .filter(slot -> !slot.isWhole())
                .sorted(Comparator.comparing(Slot::toString))
                .forEach(slot -> whole.add(now(slot)));
        return whole;
    }

    @Override
    public void create() {
        exists = true;
        slots.clear();
    }

    @Override
    public void delete() {
        exists = false;
    }

    @Override
    public void revive() {
        exists = true;
    }

    @Override
    public void set(SlotEdit edit) {
        if (!edit.present() || edit.value() == null || edit.value().equals(List.of())) {
            slots.remove(edit.slot());
        } else {
            slots.put(edit.slot(), edit.value());
        }
    }

    @Override
    public Memory remember() {
        var then = exists;
        var slotsThen = Map.copyOf(slots);
        var pendingThen = List.copyOf(pending);
        return () -> {
            exists = then;
            slots.clear();
            slots.putAll(slotsThen);
            pending.clear();
            pending.addAll(pendingThen);
        };
    }

    void store() {
        if (exists) {
            state.records.put(key, Map.copyOf(slots));
        } else {
            state.records.remove(key);
        }
    }
}
