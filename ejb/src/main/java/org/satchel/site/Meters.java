package org.satchel.site;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;

/** What this node counts since it started. Thread-safe; names and labels are part of the interface to monitoring systems. */
@ApplicationScoped
public class Meters {

    private final PrometheusRegistry registry = new PrometheusRegistry();

    private final Counter exchanges =
            counter("satchel_exchanges_total", "Exchanges by link and outcome", "link", "outcome");
    private final Counter rowsSent = counter("satchel_rows_sent_total", "Changes sent to neighbours", "link");
    private final Counter rowsReceived =
            counter("satchel_rows_received_total", "Changes received from neighbours", "link");

    /**
     * @param link the link's name, which is unique at a site
     * @param outcome a word from a small fixed set, such as success or failure
     */
    public void exchanged(String link, String outcome) {
        exchanges.labelValues(link, outcome).inc();
    }

    public void sent(String link, long rows) {
        rowsSent.labelValues(link).inc(rows);
    }

    public void received(String link, long rows) {
        rowsReceived.labelValues(link).inc(rows);
    }

    public MetricSnapshots snapshots() {
        return registry.scrape();
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }
}
