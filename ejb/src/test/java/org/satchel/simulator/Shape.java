package org.satchel.simulator;

import java.util.List;
import java.util.Map;

/**
 * A type of the simulated model.
 *
 * @param references the types that reference fields point to, by field
 * @param unique the field that no two records share; null if there is none
 * @param stamp the field that tells who last changed the record; null if there is none
 */
record Shape(
        String type,
        List<String> texts,
        Map<String, String> references,
        String unique,
        String stamp,
        List<String> sets,
        List<String> maps,
        List<String> lists) {

    static final Shape PERSON = new Shape(
            "Person",
            List.of("name", "town"),
            Map.of(),
            "code",
            "changedBy",
            List.of("tags"),
            List.of("marks"),
            List.of("notes"));
    static final Shape VISIT = new Shape(
            "Visit", List.of("reason"), Map.of("person", "Person"), null, null, List.of(), List.of("marks"), List.of());
    /** Refers to none and none refers to it, so that a link may exclude it. */
    static final Shape REPORT =
            new Shape("Report", List.of("text"), Map.of(), null, null, List.of("tags"), List.of(), List.of());

    /** What the simulator's people edit. */
    static final List<Shape> EDITED = List.of(PERSON, VISIT, REPORT);

    /** What the contract needs of the zoo. */
    private static final List<Shape> ZOO = List.of(
            new Shape("Cage", List.of("label"), Map.of(), null, null, List.of(), List.of(), List.of()),
            new Shape("Animal", List.of("name"), Map.of("cage", "Cage"), null, null, List.of(), List.of(), List.of()),
            new Shape("Keeper", List.of(), Map.of(), "name", null, List.of(), List.of(), List.of()),
            new Shape(
                    "Holder",
                    List.of("name"),
                    Map.of(),
                    null,
                    null,
                    List.of("words"),
                    List.of("properties"),
                    List.of("queue")));

    static final List<Shape> ALL =
            java.util.stream.Stream.concat(EDITED.stream(), ZOO.stream()).toList();

    static Shape of(String type) {
        return ALL.stream()
                .filter(shape -> shape.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    static boolean exists(String type) {
        return ALL.stream().anyMatch(shape -> shape.type().equals(type));
    }

    /** Every field that holds one value. */
    List<String> fields() {
        var fields = new java.util.ArrayList<>(texts);
        fields.addAll(references.keySet());
        if (unique != null) {
            fields.add(unique);
        }
        if (stamp != null) {
            fields.add(stamp);
        }
        return fields;
    }
}
