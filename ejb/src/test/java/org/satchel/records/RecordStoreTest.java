package org.satchel.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.capture.Orphan;
import org.satchel.clinic.ClinicDatabase;
import org.satchel.clinic.ClinicStamps;
import org.satchel.clinic.PlainBeans;
import org.satchel.model.EntityModels;
import org.satchel.site.ClassRules;
import org.satchel.site.Sites;
import org.satchel.site.ThisSite;
import org.satchel.site.Uuids;

class RecordStoreTest {

    private static final String SYSTEM = "5a7c4e10-0000-4000-8000-000000000002";
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00.25Z"));
    private static final ValidatorFactory VALIDATORS = jakarta.validation.Validation.buildDefaultValidatorFactory();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EntityManagerFactory unit;

    private final RecordShapes shapes = new RecordShapes();
    private Authority authority = new Authority(Map::of, UUID::toString);

    @BeforeAll
    static void boot() throws Exception {
        unit = ClinicDatabase.persistence(
                ClinicDatabase.emptySchema(),
                new PlainBeans(Map.of(
                        Uuids.class,
                        () -> (Uuids) UUID::randomUUID,
                        InstantSource.class,
                        () -> NOON,
                        Sites.class,
                        Kigali::new,
                        Orphan.BEAN,
                        Orphan::new,
                        ClassRules.class,
                        NoRules::new,
                        EntityModels.class,
                        Names::new,
                        Instance.class,
                        () -> stub(Instance.class, (Principal) () -> "clerk"),
                        Event.class,
                        () -> stub(Event.class, null))));
    }

    @AfterAll
    static void close() {
        unit.close();
    }

    @Test
    void aPersonBecomesAPatientUnderTheSameUuid() {
        var person = create("Person", "{'gender': 'F', 'birthdate': '1987-03-31', 'birthtime': '04:05:06'}");

        var patient = create("Patient", "{'person': '" + uuid(person) + "'}");

        assertThat(uuid(patient)).isEqualTo(uuid(person));
        assertThat(find("Patient", uuid(person)).path("allergyStatus").asText()).isEqualTo("Unknown");
        assertThat(find("Person", uuid(person)).path("birthdate").asText()).isEqualTo("1987-03-31");
        assertThat(find("Person", uuid(person)).path("birthtime").asText()).isEqualTo("04:05:06");
    }

    @Test
    void fillsInWhoAndWhenOnlyWhereNothingIsSaid() {
        var silent = create("Person", "{}");
        var saying = create("Person", "{'dateCreated': '2005-01-01T00:00:00'}");

        assertThat(silent.path("creator").asText()).isEqualTo(SYSTEM);
        assertThat(silent.path("dateCreated").asText()).isEqualTo("2026-11-24T12:00:00");
        assertThat(saying.path("dateCreated").asText()).isEqualTo("2005-01-01T00:00:00");
        assertThat(saying.path("dateChanged").isNull()).isTrue();
    }

    @Test
    void stampsAChangeButNotAChangeThatChangesNothing() {
        var uuid = uuid(create("Person", "{'gender': 'F'}"));

        assertThat(change("Person", uuid, "{'gender': 'F'}").path("dateChanged").isNull())
                .isTrue();

        var changed = change("Person", uuid, "{'gender': null, 'voided': true, 'voidReason': 'duplicate'}");
        assertThat(changed.path("gender").isNull()).isTrue();
        assertThat(changed.path("dateChanged").asText()).isEqualTo("2026-11-24T12:00:00");
        assertThat(changed.path("changedBy").asText()).isEqualTo(SYSTEM);
        assertThat(changed.path("voidedBy").asText()).isEqualTo(SYSTEM);
    }

    @Test
    void createsUsersAndPersonsThatReferToEachOtherInOneBatch() {
        var ids = batch(
                "{'@type': 'Person', 'uuid': 'circle-person-1'}",
                "{'@type': 'User', 'uuid': 'circle-user-1', 'systemId': '1-8', 'person': 'circle-person-1'}",
                "{'@type': 'Person', 'uuid': 'circle-person-2', 'creator': 'circle-user-1'}",
                "{'@type': 'User', 'uuid': 'circle-user-2', 'systemId': '2-6', 'person': 'circle-person-2',"
                        + " 'creator': 'circle-user-1'}");

        assertThat(ids).extracting(RecordId::uuid).hasSize(4);
        assertThat(find("User", "circle-user-2").path("creator").asText()).isEqualTo("circle-user-1");
    }

    @Test
    void refusesWhatAnotherSiteAloneMayChangeBeforeAnythingIsWritten() {
        var uuid = uuid(create("Location", "{'name': 'Ward'}"));
        authority = new Authority(() -> Map.of("Location", new UUID(0, 9)), site -> "Kirehe");

        for (var refused : List.of(
                catchThrowableOfType(RecordRefused.class, () -> create("Location", "{'name': 'Store'}")),
                catchThrowableOfType(RecordRefused.class, () -> change("Location", uuid, "{'name': 'Store'}")),
                catchThrowableOfType(RecordRefused.class, () -> batch("{'@type': 'Location', 'name': 'Store'}")))) {
            assertThat(refused.reason()).isEqualTo(Reason.AUTHORED_ELSEWHERE);
            assertThat(refused).hasMessage("Location may be changed at one site only: Kirehe.");
            assertThat(refused.hint()).contains("Kirehe");
        }
        assertThat(find("Location", uuid).path("name").asText()).isEqualTo("Ward");
    }

    @Test
    void keepsSetsAndMapsAndNeverShowsAPassword() {
        batch(
                "{'@type': 'Privilege', 'uuid': 'p-1', 'privilege': 'View Patients'}",
                "{'@type': 'Privilege', 'uuid': 'p-2', 'privilege': 'Edit Patients'}",
                "{'@type': 'Role', 'uuid': 'r-1', 'role': 'Nurse', 'privileges': ['p-1', 'p-2']}",
                "{'@type': 'Person', 'uuid': 'nurse'}",
                "{'@type': 'User', 'uuid': 'u-1', 'systemId': '3-4', 'username': 'nurse', 'person': 'nurse', 'password': 'hash',"
                        + " 'roles': ['r-1'], 'userProperties': {'lang': 'fr', 'theme': ''}}");

        var user = change("User", "u-1", "{'userProperties': {'lang': 'rw', 'theme': ''}}");

        assertThat(user.has("password")).isFalse();
        assertThat(user.path("roles").toString()).isEqualTo("[\"r-1\"]");
        assertThat(user.path("userProperties").toString()).isEqualTo("{\"lang\":\"rw\",\"theme\":\"\"}");
        assertThat(in(store -> store.search("Role", Map.of("privileges", "p-2"), 0, 10))
                        .total())
                .isEqualTo(1);
        assertThat(refused("User", Map.of("password", "hash")).reason()).isEqualTo(Reason.UNKNOWN_PROPERTY);
        assertThat(change("Role", "r-1", "{'privileges': ['p-2']}")
                        .path("privileges")
                        .toString())
                .isEqualTo("[\"p-2\"]");
    }

    @Test
    void texts_comeBackUnchanged() {
        var million = "é\n𝄞".repeat(250_000);
        for (var text : List.of("", "[null]", "null", "a\r\n\tb", " spaces ", "\u0001\uFFFD\uD83D\uDE00", million)) {
            var node = JSON.createObjectNode()
                    .put("name", "Text " + text.hashCode())
                    .put("description", text);
            var uuid = uuid(in(store -> store.create("EncounterType", node)));

            assertThat(find("EncounterType", uuid).path("description").textValue())
                    .isEqualTo(text);
        }
        var nothing = uuid(create("EncounterType", "{'name': 'No text'}"));
        assertThat(find("EncounterType", nothing).path("description").isNull()).isTrue();
    }

    @Test
    void searchesByValueAndByReference() {
        batch(
                "{'@type': 'Location', 'uuid': 'l-1', 'name': 'Rwinkwavu'}",
                "{'@type': 'Location', 'uuid': 'l-2', 'name': 'Ward A', 'parentLocation': 'l-1'}",
                "{'@type': 'Location', 'uuid': 'l-3', 'name': 'Ward B', 'parentLocation': 'l-1', 'retired': true}");

        assertThat(found("Location", Map.of("parentLocation", "l-1"))).containsExactly("l-2", "l-3");
        assertThat(found("Location", Map.of("parentLocation", "l-1", "retired", "true")))
                .containsExactly("l-3");
        assertThat(found("Location", Map.of("uuid", "l-2"))).containsExactly("l-2");
        var second = in(store -> store.search("Location", Map.of("parentLocation", "l-1"), 1, 1));
        assertThat(second.total()).isEqualTo(2);
        assertThat(second.records()).extracting(RecordStoreTest::uuid).containsExactly("l-3");
    }

    @Test
    void refusesWithTypePropertyAndWayOutButNoValue() {
        assertThat(refused("Persn", "{}").reason()).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(refused("Person", "{'sex': 'F'}"))
                .satisfies(r -> assertThat(r.reason()).isEqualTo(Reason.UNKNOWN_PROPERTY))
                .satisfies(r -> assertThat(r.hint()).contains("gender"));
        assertThat(refused("Person", "{'birthdate': 'Secret'}"))
                .satisfies(r -> assertThat(r.reason()).isEqualTo(Reason.WRONG_VALUE))
                .satisfies(r ->
                        assertThat(r.getMessage()).contains("Person.birthdate").doesNotContain("Secret"))
                .satisfies(r -> assertThat(r.hint()).contains("ISO 8601 date"));
        assertThat(refused("Person", "{'dead': null}").reason()).isEqualTo(Reason.WRONG_VALUE);
        assertThat(refused("PersonName", "{'person': 'nobody'}").reason()).isEqualTo(Reason.UNKNOWN_REFERENCE);
        assertThat(refused("ConceptNumeric", "{}").reason()).isEqualTo(Reason.WRONG_VALUE);
        assertThat(refused("Location", "{'name': null, 'postalCode': '" + "9".repeat(51) + "'}"))
                .satisfies(r -> assertThat(r.reason()).isEqualTo(Reason.INVALID))
                .satisfies(r -> assertThat(r.violations())
                        .extracting(Violation::property)
                        .containsExactly("name", "postalCode"));
        assertThat(refused("Person", "{'uuid': '" + SYSTEM.replaceFirst("2$", "1") + "'}")
                        .reason())
                .isEqualTo(Reason.EXISTS);
    }

    @Test
    void refusesAUniqueNameThatIsTakenAndADeleteThatIsReferredTo() {
        create("EncounterType", "{'name': 'Taken'}");
        assertThat(refused("EncounterType", "{'name': 'Taken'}").reason()).isEqualTo(Reason.VALUE_TAKEN);

        var person = uuid(create("Person", "{}"));
        create("Patient", "{'person': '" + person + "'}");
        assertThat(catchThrowableOfType(RecordRefused.class, () -> delete("Person", person))
                        .reason())
                .isEqualTo(Reason.STILL_REFERENCED);
        delete("Patient", person);
        delete("Person", person);
        assertThat(catchThrowableOfType(RecordRefused.class, () -> find("Person", person))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void saysThatAReferenceStandsLaterInTheBatch() {
        var refused = catchThrowableOfType(
                RecordRefused.class,
                () -> batch(
                        "{'@type': 'Location', 'uuid': 'late-1', 'name': 'Ward', 'parentLocation': 'late-2'}",
                        "{'@type': 'Location', 'uuid': 'late-2', 'name': 'Hospital'}"));

        assertThat(refused.hint()).contains("stands later");
        assertThatThrownBy(() -> find("Location", "late-2")).isInstanceOf(RecordRefused.class);
    }

    @Test
    void needsNoStatementPerRowForAThousandObservations() {
        vitals("few", 10);
        var few = statements(() -> vitals("some", 10));
        var many = statements(() -> vitals("many", 1_000));

        assertThat(many - few).as("more statements for 1,000 than for 10").isLessThan(60);
    }

    private void vitals(String name, int count) {
        var batch = new ArrayList<String>();
        batch.add("{'@type': 'ConceptClass', 'uuid': '" + name + "-class', 'name': 'Finding'}");
        batch.add("{'@type': 'ConceptDatatype', 'uuid': '" + name + "-type', 'name': 'Numeric'}");
        batch.add("{'@type': 'Concept', 'uuid': '" + name + "-concept', 'conceptClass': '" + name
                + "-class', 'datatype': '" + name + "-type'}");
        batch.add("{'@type': 'Person', 'uuid': '" + name + "-person'}");
        in(store -> store.create(nodes(batch)));
        var observations = IntStream.range(0, count)
                .mapToObj(i -> "{'@type': 'Obs', 'uuid': '" + name + "-" + i + "', 'person': '" + name
                        + "-person', 'concept': '" + name
                        + "-concept', 'obsDatetime': '2026-03-31T08:00:00', 'valueNumeric': 36." + i
                        + (i % 5 == 4 ? ", 'obsGroup': '" + name + "-" + (i - 4) + "'" : "") + "}")
                .toList();
        in(store -> store.create(nodes(observations)));
    }

    private static long statements(Runnable work) {
        var statistics = unit.unwrap(SessionFactory.class).getStatistics();
        var before = statistics.getPrepareStatementCount();
        work.run();
        return statistics.getPrepareStatementCount() - before;
    }

    private ObjectNode create(String type, String json) {
        return in(store -> store.create(type, node(json)));
    }

    private List<RecordId> batch(String... json) {
        return in(store -> store.create(nodes(List.of(json))));
    }

    private ObjectNode change(String type, String uuid, String json) {
        return in(store -> store.change(type, uuid, node(json)));
    }

    private ObjectNode find(String type, String uuid) {
        return in(store -> store.find(type, uuid));
    }

    private List<String> found(String type, Map<String, String> criteria) {
        return in(store -> store.search(type, criteria, 0, 50)).records().stream()
                .map(RecordStoreTest::uuid)
                .toList();
    }

    private void delete(String type, String uuid) {
        in(store -> {
            store.delete(type, uuid);
            return null;
        });
    }

    private RecordRefused refused(String type, String json) {
        return catchThrowableOfType(RecordRefused.class, () -> create(type, json));
    }

    private RecordRefused refused(String type, Map<String, String> criteria) {
        return catchThrowableOfType(RecordRefused.class, () -> in(store -> store.search(type, criteria, 0, 1)));
    }

    /** One transaction, as the container would make it. */
    private <T> T in(Function<RecordStore, T> work) {
        try (var entities = unit.createEntityManager()) {
            var transaction = entities.getTransaction();
            transaction.begin();
            try {
                var result = work.apply(store(entities));
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    private RecordStore store(EntityManager entities) {
        var stamps = new AllStamps(List.of(ClinicStamps.on(entities, NOON)), "clerk");
        return new RecordStore(entities, shapes, VALIDATORS, UUID::randomUUID, stamps, authority);
    }

    private static String uuid(ObjectNode record) {
        return record.path("uuid").textValue();
    }

    private static List<ObjectNode> nodes(List<String> json) {
        return json.stream().map(RecordStoreTest::node).toList();
    }

    private static ObjectNode node(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static <T> T stub(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    private static final class Kigali extends Sites {
        @Override
        public ThisSite self() {
            return new ThisSite(new UUID(0, 1), new UUID(0, 2), "Kigali");
        }
    }

    private static final class NoRules extends ClassRules {
        @Override
        public Map<String, UUID> authoredElsewhere() {
            return Map.of();
        }
    }

    private static final class Names extends EntityModels {
        @Override
        public String nameOf(String hibernateName) {
            return hibernateName.substring(hibernateName.lastIndexOf('.') + 1);
        }
    }
}
