package org.satchel.web.health;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.satchel.site.Sites;
import org.satchel.site.SqlFailure;
import org.satchel.upkeep.Statistics;

/** The site can work: the database answers, its schema is migrated, and the site knows who it is. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    private static final String NAME = "satchel-ready";

    @Inject
    private Sites sites;

    @Inject
    private Statistics statistics;

    @Override
    public HealthCheckResponse call() {
        try {
            var schema = statistics.schemaVersion();
            return HealthCheckResponse.named(NAME)
                    .up()
                    .withData("site", sites.self().uuid().toString())
                    .withData("schema", schema)
                    .build();
        } catch (EJBException | SqlFailure e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", "the database does not answer, or is not migrated")
                    .build();
        }
    }
}
