package org.satchel.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The site can work: the database answers, its schema is migrated, and the site knows who it is. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    private static final String NAME = "satchel-ready";
    private static final String STATE = "select s.uuid, (select m.version from satchel_schema m where m.success"
            + " order by m.installed_rank desc limit 1) as version from satchel_site s where s.id = 1";

    @Resource(lookup = "java:jboss/datasources/SatchelDS")
    private DataSource database;

    @Override
    public HealthCheckResponse call() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(STATE)) {
            return row.next()
                    ? up(row.getString("uuid"), row.getString("version"))
                    : down("the site has no identity yet");
        } catch (SQLException e) {
            return down("the database does not answer, or its schema is not migrated");
        }
    }

    private static HealthCheckResponse up(String site, String schema) {
        return HealthCheckResponse.named(NAME)
                .up()
                .withData("site", site)
                .withData("schema", String.valueOf(schema))
                .build();
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
