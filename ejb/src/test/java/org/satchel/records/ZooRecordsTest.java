package org.satchel.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.clinic.ClinicDatabase;

/** Records of another application, which knows neither the clinic nor Bean Validation. */
class ZooRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static SessionFactory factory;

    private final RecordShapes shapes = new RecordShapes();

    @BeforeAll
    static void boot() throws Exception {
        var registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.datasource", ClinicDatabase.emptySchema())
                .applySetting("hibernate.hbm2ddl.auto", "update")
                .applySetting("hibernate.type.preferred_enum_jdbc_type", "VARCHAR")
                .applySetting("org.hibernate.envers.global_with_modified_flag", "true")
                .build();
        var sources = new MetadataSources(registry);
        Zoo.ENTITIES.forEach(sources::addAnnotatedClass);
        factory = sources.buildMetadata().buildSessionFactory();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @Test
    void everyMappingComesBackAsItWent() {
        var sent = node(
                "{'@type': 'Lion', 'uuid': 'leo', 'name': 'Leo', 'friend': 'elsa', 'weight': 190.5, 'photo': 'AP8K',"
                        + " 'den.town': 'Kirehe', 'den.cleaner': 'k-1', 'nicknames': ['b', 'a', 'b'],"
                        + " 'feedings': [{'food': 'beef', 'grams': 7000}], 'roars': {'DAYS': 3, 'HOURS': 1}, 'keepers': ['k-1']}");

        in(store -> store.create(List.of(
                node("{'@type': 'Keeper', 'uuid': 'k-1', 'pin': '1234'}"),
                node("{'@type': 'Lion', 'uuid': 'elsa', 'name': 'Elsa'}"),
                sent)));

        var found = in(store -> store.find("Animal", "leo"));
        assertThat(found.toString().replace("190.50", "190.5")).isEqualTo(sorted(sent));
        assertThat(in(store -> store.find("Lion", "elsa")).path("den.town").isNull())
                .isTrue();
    }

    @Test
    void changesPartsAndPlacesAlone() {
        in(store -> store.create("Lion", node("{'uuid': 'simba', 'den.town': 'Rusumo', 'nicknames': ['a', 'b']}")));

        in(store -> store.change(
                "Lion", "simba", node("{'den.town': null, 'nicknames': ['b', 'a'], 'roars': {'DAYS': 9}}")));
        var changed = in(store -> store.change("Lion", "simba", node("{'roars': {}, 'feedings': null}")));

        assertThat(changed.path("den.town").isNull()).isTrue();
        assertThat(changed.path("nicknames").toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(changed.path("roars").isEmpty()).isTrue();
    }

    @Test
    void knowsRecordsByUuidWhoseKeyIsComposite() {
        in(store -> store.create(List.of(
                node("{'@type': 'Duty', 'uuid': 'd-1', 'id.weekday': 'MONDAY', 'id.shift': 1}"),
                node("{'@type': 'Duty', 'uuid': 'd-2', 'id.weekday': 'MONDAY', 'id.shift': 2, 'note': 'night'}"))));

        assertThat(in(store -> store.find("Duty", "d-2")).path("id.shift").asInt())
                .isEqualTo(2);
        assertThat(in(store -> store.search("Duty", Map.of("id.weekday", "MONDAY"), 0, 10))
                        .total())
                .isEqualTo(2);
        assertThat(in(store -> store.change("Duty", "d-1", node("{'id.shift': 1, 'note': 'day'}")))
                        .path("note")
                        .asText())
                .isEqualTo("day");
        assertThat(refusedChange("Duty", "d-1", "{'id.shift': 5}").reason()).isEqualTo(Reason.UNKNOWN_PROPERTY);
    }

    @Test
    void refusesAnAbstractTypeAWrongPartAndAnOddSearch() {
        assertThat(refused("Animal", "{}").reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused("Lion", "{'feedings': [{'fod': 'beef'}]}").hint()).contains("food, grams");
        assertThat(refused("Lion", "{'roars': {'DAYZ': 1}}").hint()).contains("one of NANOSECONDS");
        assertThat(refused("Lion", "{'friendOf': []}").reason()).isEqualTo(Reason.UNKNOWN_PROPERTY);
        assertThat(refused("Lion", "{'version': 3}").reason()).isEqualTo(Reason.UNKNOWN_PROPERTY);
        assertThat(in(store -> store.search("Lion", Map.of("nicknames", "nobody"), 0, 1))
                        .total())
                .isZero();
        assertThat(catchThrowableOfType(
                                RecordRefused.class,
                                () -> in(store -> store.search("Lion", Map.of("roars", "1"), 0, 1)))
                        .hint())
                .contains("another property");
    }

    private RecordRefused refused(String type, String json) {
        return catchThrowableOfType(RecordRefused.class, () -> in(store -> store.create(type, node(json))));
    }

    private RecordRefused refusedChange(String type, String uuid, String json) {
        return catchThrowableOfType(RecordRefused.class, () -> in(store -> store.change(type, uuid, node(json))));
    }

    private <T> T in(Function<RecordStore, T> work) {
        return factory.fromTransaction(session -> work.apply(new RecordStore(
                session,
                shapes,
                Validation.buildDefaultValidatorFactory(),
                UUID::randomUUID,
                new AllStamps(List.of(), "keeper"),
                new Authority(Map::of, UUID::toString))));
    }

    /** The members as an answer has them: type and UUID, then by name. */
    private static String sorted(ObjectNode sent) {
        var answer = JSON.createObjectNode();
        answer.set("@type", sent.get("@type"));
        answer.set("uuid", sent.get("uuid"));
        sent.properties().stream()
                .filter(member -> !answer.has(member.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> answer.set(member.getKey(), member.getValue()));
        return answer.toString();
    }

    private static ObjectNode node(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
