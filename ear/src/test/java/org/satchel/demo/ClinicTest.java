package org.satchel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClinicTest {

    @Test
    void makesTheSameClinicFromTheSameSeed() {
        assertThat(patients(7)).isEqualTo(patients(7));
    }

    @Test
    void makesNoPatientTwiceWithinASeedNorAcrossSeeds() {
        var uuids = new HashSet<String>();
        for (long seed = 1; seed <= 20; seed++) {
            for (ObjectNode record : patients(seed)) {
                if (record.path("@type").asText().equals("Patient")) {
                    assertThat(uuids.add(record.path("uuid").asText())).isTrue();
                }
            }
        }
        assertThat(uuids).hasSize(20 * 30);
    }

    @Test
    void namesEveryConceptInThreeLanguages() {
        var dictionary = new Clinic(1).dictionary();
        var concepts = dictionary.stream()
                .filter(r -> r.path("@type").asText().equals("Concept"))
                .toList();
        assertThat(concepts).isNotEmpty().allSatisfy(concept -> assertThat(dictionary.stream()
                        .filter(r -> r.path("@type").asText().equals("ConceptName"))
                        .filter(r -> r.path("concept").equals(concept.path("uuid")))
                        .map(r -> r.path("locale").asText()))
                .containsExactlyInAnyOrder("en", "fr", "es"));
    }

    private static List<ObjectNode> patients(long seed) {
        var clinic = new Clinic(seed);
        return IntStream.range(0, 30)
                .boxed()
                .flatMap(i -> clinic.patient(i).stream())
                .toList();
    }
}
