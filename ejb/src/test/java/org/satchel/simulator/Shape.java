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

    static final List<Shape> ALL = List.of(PERSON, VISIT, REPORT);

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
