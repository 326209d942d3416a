package org.satchel.demo;

import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A small clinic that never was: a dictionary in three languages, staff, patients with names, visits and vitals. The same seed makes the
 * same clinic; another seed makes other patients over the same dictionary.
 */
final class Clinic {

    private static final List<String> WOMEN = List.of(
            "Aline",
            "Immaculée",
            "Chantal",
            "Divine",
            "Espérance",
            "Grâce",
            "Jeanne",
            "Liliane",
            "Odette",
            "Solange",
            "Vestine",
            "Yvonne");
    private static final List<String> MEN = List.of(
            "Alphonse",
            "Bosco",
            "Callixte",
            "Déo",
            "Eric",
            "Faustin",
            "Innocent",
            "Jean",
            "Olivier",
            "Patrice",
            "Théogène",
            "Vincent");
    private static final List<String> FAMILIES = List.of(
            "Bizimana",
            "Gakwaya",
            "Habimana",
            "Iradukunda",
            "Kayitesi",
            "Mukamana",
            "Ndayisaba",
            "Nsengiyumva",
            "Rugamba",
            "Twagira",
            "Umutoni",
            "Uwase",
            "Uwimana",
            "Zigama");
    private static final List<String> VILLAGES =
            List.of("Rwinkwavu", "Kabarondo", "Mukarange", "Ndego", "Nyamirama", "Ruramira");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private record Vital(String concept, double low, double high, double step) {}

    private static final List<Vital> VITALS = List.of(
            new Vital("weight", 3, 95, 0.1),
            new Vital("temperature", 35.5, 40.5, 0.1),
            new Vital("pulse", 50, 140, 1),
            new Vital("systolic", 80, 180, 1));

    private final Random random;
    private final String run;

    /** @param seed of the patients; also told in their identifiers, so that no two runs make the same patient */
    Clinic(long seed) {
        this.random = new Random(seed);
        this.run = Long.toString(seed & 0xFF_FFFF, 36).toUpperCase(java.util.Locale.ROOT);
    }

    /** What is the same whatever the seed: dictionary, places, kinds. One transaction. */
    List<ObjectNode> dictionary() {
        var records = new ArrayList<ObjectNode>();
        records.add(record("ConceptDatatype", "numeric").put("name", "Numeric").put("hl7Abbreviation", "NM"));
        records.add(record("ConceptDatatype", "text").put("name", "Text").put("hl7Abbreviation", "ST"));
        records.add(record("ConceptClass", "finding").put("name", "Finding"));
        concept(records, "weight", "numeric", "kg", "Weight", "Poids", "Peso");
        concept(records, "temperature", "numeric", "°C", "Temperature", "Température", "Temperatura");
        concept(records, "pulse", "numeric", "/min", "Pulse", "Pouls", "Pulso");
        concept(
                records,
                "systolic",
                "numeric",
                "mmHg",
                "Systolic blood pressure",
                "Tension systolique",
                "Presión sistólica");
        concept(records, "note", "text", null, "Clinical note", "Note clinique", "Nota clínica");
        records.add(record("EncounterType", "visit").put("name", "Outpatient visit"));
        records.add(record("PatientIdentifierType", "number")
                .put("name", "Clinic number")
                .put("required", true));
        records.add(record("Location", "clinic").put("name", "Rwinkwavu clinic").put("country", "Rwanda"));
        return records;
    }

    /** A place that is not in the dictionary: made at Kigali, whatever the clinic's data are. */
    static ObjectNode pharmacy() {
        return record("Location", "pharmacy").put("name", "Pharmacy").put("country", "Rwanda");
    }

    private static void concept(
            List<ObjectNode> records,
            String key,
            String datatype,
            String units,
            String english,
            String french,
            String spanish) {
        records.add(record("Concept", key)
                .put("datatype", fixed("ConceptDatatype", datatype))
                .put("conceptClass", fixed("ConceptClass", "finding")));
        if (units != null) {
            records.add(json().put("@type", "ConceptNumeric")
                    .put("uuid", fixed("Concept", key))
                    .put("concept", fixed("Concept", key))
                    .put("units", units)
                    .put("precise", true));
        }
        name(records, key, "en", english);
        name(records, key, "fr", french);
        name(records, key, "es", spanish);
        records.add(record("ConceptDescription", key)
                .put("concept", fixed("Concept", key))
                .put("locale", "en")
                .put("description", english + ", as taken at the visit"));
    }

    private static void name(List<ObjectNode> records, String key, String language, String name) {
        records.add(record("ConceptName", key + "-" + language)
                .put("concept", fixed("Concept", key))
                .put("name", name)
                .put("locale", language)
                .put("localePreferred", true)
                .put("conceptNameType", "FULLY_SPECIFIED"));
    }

    /** The next patient with name, number, address, visits and vitals. One transaction. */
    List<ObjectNode> patient(int number) {
        var records = new ArrayList<ObjectNode>();
        boolean woman = random.nextBoolean();
        var person = uuid();
        records.add(json().put("@type", "Person")
                .put("uuid", person)
                .put("gender", woman ? "F" : "M")
                .put("birthdate", TODAY.minusDays(random.nextInt(80 * 365)).toString()));
        records.add(made("PersonName")
                .put("person", person)
                .put("preferred", true)
                .put("givenName", pick(woman ? WOMEN : MEN))
                .put("familyName", pick(FAMILIES)));
        records.add(made("PersonAddress")
                .put("person", person)
                .put("preferred", true)
                .put("cityVillage", pick(VILLAGES))
                .put("country", "Rwanda"));
        records.add(json().put("@type", "Patient").put("uuid", person).put("person", person));
        records.add(made("PatientIdentifier")
                .put("patient", person)
                .put("identifier", "RW-" + run + "-" + number)
                .put("identifierType", fixed("PatientIdentifierType", "number"))
                .put("location", fixed("Location", "clinic"))
                .put("preferred", true));
        for (int visit = random.nextInt(4); visit >= 0; visit--) {
            records.addAll(visit(person));
        }
        return records;
    }

    /** One visit with its vitals and a note. */
    List<ObjectNode> visit(String patient) {
        var records = new ArrayList<ObjectNode>();
        var when = LocalDateTime.of(
                                TODAY.minusDays(random.nextInt(700)),
                                java.time.LocalTime.of(8 + random.nextInt(8), random.nextInt(60)))
                        .toString()
                + ":00";
        var encounter = uuid();
        records.add(json().put("@type", "Encounter")
                .put("uuid", encounter)
                .put("patient", patient)
                .put("encounterType", fixed("EncounterType", "visit"))
                .put("location", fixed("Location", "clinic"))
                .put("encounterDatetime", when));
        for (Vital vital : VITALS) {
            var steps = (int) ((vital.high() - vital.low()) / vital.step());
            var value = Math.round((vital.low() + random.nextInt(steps) * vital.step()) * 10) / 10.0;
            records.add(observation(patient, encounter, vital.concept(), when).put("valueNumeric", value));
        }
        records.add(observation(patient, encounter, "note", when)
                .put("valueText", "Seen at " + pick(VILLAGES) + ".\nNext visit in a month."));
        return records;
    }

    private ObjectNode observation(String person, String encounter, String concept, String when) {
        return made("Obs")
                .put("person", person)
                .put("encounter", encounter)
                .put("concept", fixed("Concept", concept))
                .put("location", fixed("Location", "clinic"))
                .put("obsDatetime", when);
    }

    private ObjectNode made(String type) {
        return json().put("@type", type).put("uuid", uuid());
    }

    private static ObjectNode record(String type, String key) {
        return json().put("@type", type).put("uuid", fixed(type, key));
    }

    /** The UUID that a record of the dictionary has in every demo. */
    static String fixed(String type, String key) {
        return UUID.nameUUIDFromBytes((type + "/" + key).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private String uuid() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong()).toString();
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
