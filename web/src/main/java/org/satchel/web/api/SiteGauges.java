package org.satchel.web.api;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.satchel.upkeep.LinkStatistics;

/** What one scrape saw. Ages that are not known, because nothing waits or nothing ever came, are left out rather than called zero. */
final class SiteGauges {

    private final PrometheusRegistry registry = new PrometheusRegistry();

    SiteGauges(long position, long openConflicts, List<LinkStatistics> links) {
        gauge("satchel_journal_position", "Last position that the journal gave").set(position);
        gauge("satchel_open_conflicts", "Conflicts that wait for a person").set(openConflicts);
        var backlog = linkGauge("satchel_link_backlog_positions", "Positions not yet acknowledged by the neighbour");
        var unsent = linkGauge("satchel_link_oldest_unsent_seconds", "Age of the oldest unacknowledged revision");
        var success = linkGauge("satchel_link_last_success_seconds", "Time since the last successful exchange");
        var failures = linkGauge("satchel_link_failures_in_a_row", "Failed exchanges since the last successful one");
        var parked =
                linkGauge("satchel_link_parked_change_sets", "Change sets of the neighbour that wait to be applied");
        for (var link : links) {
            var labels = new String[] {link.name(), link.role().name()};
            backlog.labelValues(labels).set(link.backlog());
            setAge(unsent, link.oldestUnsent(), labels);
            setAge(success, link.sinceSuccess(), labels);
            failures.labelValues(labels).set(link.failuresInARow());
            parked.labelValues(labels).set(link.parked());
        }
    }

    MetricSnapshots snapshots() {
        return registry.scrape();
    }

    private Gauge gauge(String name, String help) {
        return Gauge.builder().name(name).help(help).register(registry);
    }

    private Gauge linkGauge(String name, String help) {
        return Gauge.builder().name(name).help(help).labelNames("link", "role").register(registry);
    }

    private static void setAge(Gauge gauge, Optional<Duration> age, String... labels) {
        age.ifPresent(known -> gauge.labelValues(labels).set(known.toMillis() / 1000.0));
    }
}
