package org.satchel.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An OpenMRS table that has its record type here.
 *
 * @param type the record type
 * @param leftOut columns that are neither keys nor kept by the record type
 * @param renamed properties that are not called as their columns
 */
record DumpTable(String table, String type, Set<String> leftOut, Map<String, String> renamed) {

    static final List<DumpTable> ALL = List.of(
            of("privilege", "Privilege"),
            of("role", "Role"),
            of("person", "Person"),
            of("users", "User"),
            of("location", "Location"),
            of("person_name", "PersonName"),
            of("person_address", "PersonAddress"),
            of("person_attribute_type", "PersonAttributeType"),
            of("person_attribute", "PersonAttribute"),
            of("patient", "Patient"),
            of("patient_identifier_type", "PatientIdentifierType"),
            of("patient_identifier", "PatientIdentifier"),
            of("concept_class", "ConceptClass"),
            of("concept_datatype", "ConceptDatatype"),
            new DumpTable("concept", "Concept", Set.of(), Map.of("class_id", "conceptClass")),
            of("concept_name", "ConceptName"),
            of("concept_description", "ConceptDescription"),
            of("concept_answer", "ConceptAnswer"),
            of("concept_numeric", "ConceptNumeric"),
            of("encounter_type", "EncounterType"),
            of("encounter", "Encounter"),
            new DumpTable("obs", "Obs", Set.of("value_group_id"), Map.of()));

    private static DumpTable of(String table, String type) {
        return new DumpTable(table, type, Set.of(), Map.of());
    }

    /** The property of a column: camel case, a reference without its "_id". */
    String property(String column, boolean reference) {
        if (renamed.containsKey(column)) {
            return renamed.get(column);
        }
        var name = reference && column.endsWith("_id") ? column.substring(0, column.length() - 3) : column;
        var camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
