package org.satchel.benchmark;

import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import org.satchel.world.Api;

/** A clinic's records in transactions of about fifty: for each two patients four encounters and twenty observations each way. */
final class Work implements Iterator<ArrayNode> {

    private static final int PATIENTS_A_TRANSACTION = 4;
    private static final int ENCOUNTERS_A_PATIENT = 2;
    private static final int OBSERVATIONS_AN_ENCOUNTER = 5;

    private final Random random = new Random(1);
    private final String concept;
    private final String encounterType;
    private final String location;
    private int patientsLeft;

    Work(int patients, String concept, String encounterType, String location) {
        this.patientsLeft = patients;
        this.concept = concept;
        this.encounterType = encounterType;
        this.location = location;
    }

    /** How many records the patients bring with them, themselves included. */
    static long rows(long patients) {
        return patients * (2 + ENCOUNTERS_A_PATIENT * (1L + OBSERVATIONS_AN_ENCOUNTER));
    }

    @Override
    public synchronized boolean hasNext() {
        return patientsLeft > 0;
    }

    @Override
    public synchronized ArrayNode next() {
        if (patientsLeft <= 0) {
            throw new NoSuchElementException();
        }
        var records = Api.JSON.createArrayNode();
        for (int i = 0; i < PATIENTS_A_TRANSACTION && patientsLeft > 0; i++, patientsLeft--) {
            patient(records);
        }
        return records;
    }

    private void patient(ArrayNode records) {
        var person = uuid();
        records.add(record("Person", person)
                .put("gender", random.nextBoolean() ? "F" : "M")
                .put("birthdate", "1984-02-29"));
        records.add(record("Patient", person).put("person", person));
        for (int e = 0; e < ENCOUNTERS_A_PATIENT; e++) {
            var encounter = uuid();
            records.add(record("Encounter", encounter)
                    .put("patient", person)
                    .put("encounterType", encounterType)
                    .put("location", location)
                    .put("encounterDatetime", "2026-11-24T10:00:00"));
            for (int o = 0; o < OBSERVATIONS_AN_ENCOUNTER; o++) {
                records.add(record("Obs", uuid())
                        .put("person", person)
                        .put("encounter", encounter)
                        .put("concept", concept)
                        .put("location", location)
                        .put("obsDatetime", "2026-11-24T10:00:00")
                        .put("valueNumeric", random.nextInt(2_000) / 10.0));
            }
        }
    }

    private static ObjectNode record(String type, String uuid) {
        return json().put("@type", type).put("uuid", uuid);
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
