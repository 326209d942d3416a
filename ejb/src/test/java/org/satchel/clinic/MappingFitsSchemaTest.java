package org.satchel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MappingFitsSchemaTest {

    @Test
    void migratesAnEmptySchemaAndValidatesEveryEntityAndAuditTable() throws Exception {
        try (var unit = ClinicDatabase.persistence(ClinicDatabase.emptySchema(), new PlainBeans(Map.of()))) {
            var entities = unit.getMetamodel().getEntities();

            assertThat(entities).anyMatch(entity -> entity.getName().equals("Obs"));
            try (var manager = unit.createEntityManager()) {
                for (var entity : entities) {
                    assertThat(manager.createQuery("select e from " + entity.getName() + " e", Object.class)
                                    .setMaxResults(5)
                                    .getResultList())
                            .hasSizeLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void refusesASchemaThatLacksAColumn() throws Exception {
        var schema = ClinicDatabase.emptySchema();
        ClinicDatabase.persistence(schema, new PlainBeans(Map.of())).close();
        run(schema, "alter table obs_AUD drop column valueText_MOD");

        assertThatThrownBy(() -> ClinicDatabase.persistence(schema, new PlainBeans(Map.of())))
                .hasStackTraceContaining("missing column [valueText_MOD] in table [obs_AUD]");
    }

    @Test
    void everySiteHasTheSameSystemUser() throws Exception {
        var schema = ClinicDatabase.emptySchema();
        try (var unit = ClinicDatabase.persistence(schema, new PlainBeans(Map.of()));
                var manager = unit.createEntityManager()) {
            assertThat(manager.createQuery(
                                    "select u.uuid, u.person.uuid, u.creator.uuid from User u where u.username = 'system'",
                                    Object[].class)
                            .getSingleResult())
                    .containsExactly(
                            "5a7c4e10-0000-4000-8000-000000000002",
                            "5a7c4e10-0000-4000-8000-000000000001",
                            "5a7c4e10-0000-4000-8000-000000000002");
        }
    }

    private static void run(DataSource schema, String sql) throws Exception {
        try (var connection = schema.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
