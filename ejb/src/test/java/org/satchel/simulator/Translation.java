package org.satchel.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.satchel.change.Change;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;

/** Between the wire's form of a change and slots. */
final class Translation {

    private Translation() {}

    static Change change(Content content) {
        var shape = Shape.of(content.record().type());
        var fields = new LinkedHashMap<String, Object>();
        var elements = new LinkedHashMap<String, List<ElementChange>>();
        for (SlotEdit edit : content.slots()) {
            var name = edit.slot().name();
            if (shape.lists().contains(name)) {
                putList(elements, content.operation(), name, (List<?>) edit.value());
            } else if (!edit.slot().isWhole()) {
                elements.computeIfAbsent(name, any -> new ArrayList<>()).add(element(shape, edit));
            } else if (edit.value() != null || content.operation() == Operation.MODIFIED) {
                fields.put(name, edit.value());
            }
        }
        return new Change(content.record().type(), content.record().uuid(), content.operation(), fields, elements);
    }

    private static void putList(
            Map<String, List<ElementChange>> elements, Operation operation, String name, List<?> list) {
        if (list.isEmpty() && operation == Operation.ADDED) {
            return;
        }
        var puts = new ArrayList<ElementChange>();
        for (Object value : list) {
            puts.add(new ElementChange(true, (long) puts.size(), value));
        }
        elements.put(name, puts);
    }

    private static ElementChange element(Shape shape, SlotEdit edit) {
        return shape.maps().contains(edit.slot().name())
                ? new ElementChange(edit.present(), edit.slot().key(), edit.value())
                : new ElementChange(edit.present(), null, edit.slot().key());
    }

    static List<SlotEdit> slots(Change change) {
        var shape = Shape.of(change.type());
        var slots = new ArrayList<SlotEdit>();
        if (change.operation() == Operation.DELETED) {
            return slots;
        }
        boolean added = change.operation() == Operation.ADDED;
        for (String field : shape.fields()) {
            if (added || change.fields().containsKey(field)) {
                slots.add(SlotEdit.put(Slot.whole(field), change.fields().get(field)));
            }
        }
        for (String list : shape.lists()) {
            if (added || change.elements().containsKey(list)) {
                var values = change.elements().getOrDefault(list, List.of()).stream()
                        .map(ElementChange::value)
                        .toList();
                slots.add(SlotEdit.put(Slot.whole(list), values));
            }
        }
        for (String set : shape.sets()) {
            change.elements()
                    .getOrDefault(set, List.of())
                    .forEach(element ->
                            slots.add(edit(element.present(), new Slot(set, element.value()), element.value())));
        }
        for (String map : shape.maps()) {
            change.elements()
                    .getOrDefault(map, List.of())
                    .forEach(element ->
                            slots.add(edit(element.present(), new Slot(map, element.key()), element.value())));
        }
        return slots;
    }

    private static SlotEdit edit(boolean present, Slot slot, Object value) {
        return present ? SlotEdit.put(slot, value) : SlotEdit.take(slot);
    }
}
