package org.satchel.web.api;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.conflicts.Conflicts;
import org.satchel.site.Meters;
import org.satchel.site.Roles;
import org.satchel.upkeep.Statistics;

/** How the site does, for Prometheus: what this node counted, and what the database says now in a fixed number of queries. */
@Path("metrics")
@RequestScoped
@RolesAllowed({Roles.MONITOR, Roles.ADMINISTRATOR})
@Tag(name = "Metrics")
public class MetricsResource {

    @Inject
    private Meters meters;

    @Inject
    private Statistics statistics;

    @Inject
    private Conflicts conflicts;

    @GET
    @Produces(PrometheusTextFormatWriter.CONTENT_TYPE)
    @Operation(summary = "Metrics in Prometheus' text form")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput metrics() {
        var gauges = new SiteGauges(statistics.position(), conflicts.open(), statistics.links()).snapshots();
        var all = new MetricSnapshots(
                Stream.concat(meters.snapshots().stream(), gauges.stream()).toList());
        return out -> PrometheusTextFormatWriter.create().write(out, all, EscapingScheme.UNDERSCORE_ESCAPING);
    }
}
