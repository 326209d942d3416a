package org.satchel.benchmark;

import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.satchel.world.Database;
import org.satchel.world.Site;
import org.satchel.world.Waiting;

/**
 * Captures a clinic's records at an unlinked child, then links it and measures how its backlog drains to the parent; and the same rows by plain
 * JDBC batch, as the yardstick.
 */
public final class DrainBenchmark {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final List<String> TABLES = List.of("person", "patient", "encounter", "obs");
    private static final int CLERKS = 4;

    private final Path work = Path.of(System.getProperty("satchel.work")).resolve("benchmark");

    public static void main(String... arguments) throws Exception {
        int patients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        new DrainBenchmark().run(patients);
    }

    private void run(int patients) throws Exception {
        try (var database = Database.start(work.resolve("database"));
                var kigali = site("Kigali", database, 15_000);
                var rwinkwavu = site("Rwinkwavu", database, 15_100)) {
            capture(rwinkwavu, patients);
            drain(rwinkwavu, kigali, database);
            yardstick(database, rwinkwavu);
            Latency.measure(rwinkwavu, kigali);
            Latency.measure(kigali, rwinkwavu);
        }
    }

    private Site site(String name, Database database, int offset) {
        database.create("satchel_" + name.toLowerCase(Locale.ROOT));
        var place = new Site.Place(
                Path.of(System.getProperty("satchel.server.home")),
                Path.of(System.getProperty("satchel.ear")),
                work,
                System.getProperty("satchel.test.heap", "512m"));
        return Site.prepare(name, place, database, offset, "benchmark password", Map.of())
                .start();
    }

    private static void capture(Site child, int patients) {
        var datatype = created(child, "ConceptDatatype", json().put("name", "Numeric"));
        var kind = created(child, "ConceptClass", json().put("name", "Finding"));
        var records = new Work(
                patients,
                created(child, "Concept", json().put("datatype", datatype).put("conceptClass", kind)),
                created(child, "EncounterType", json().put("name", "Visit")),
                created(child, "Location", json().put("name", "Ward")));
        long begin = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, CLERKS)
                        .mapToObj(clerk -> CompletableFuture.runAsync(() -> work(child, records)))
                        .toArray(CompletableFuture[]::new))
                .join();
        print("captured through REST, %d clerks", Work.rows(patients), begin, CLERKS);
    }

    private static void work(Site child, Work records) {
        var api = child.api();
        while (true) {
            com.fasterxml.jackson.databind.node.ArrayNode batch;
            synchronized (records) {
                if (!records.hasNext()) {
                    return;
                }
                batch = records.next();
            }
            api.post("/records", batch).ok();
        }
    }

    private static String created(Site site, String type, ObjectNode record) {
        return site.api().post("/records/" + type, record).ok().path("uuid").asText();
    }

    private static void drain(Site child, Site parent, Database database) throws SQLException {
        long revisions = number(database, child, "select count(*) from satchel_revision");
        long rows = number(database, child, "select sum(changes) from satchel_revision");
        var processes = new LinkedHashMap<String, ProcessHandle>();
        processes.put("parent", parent.server().process());
        processes.put("child", child.server().process());
        database.process().ifPresent(process -> processes.put("database", process));
        try (var gauges = new Gauges(processes)) {
            long begin = System.nanoTime();
            child.linkTo(parent);
            Waiting.until("the parent has it all", PATIENCE, () -> received(database, parent) >= revisions);
            print("drained to the parent", rows, begin);
            processes
                    .keySet()
                    .forEach(name -> System.out.printf(
                            Locale.ROOT,
                            "  %-9s %7.2f CPU s, %6.3f CPU s per 1,000 rows, heap at most %d MB, resident at most %d MB%n",
                            name,
                            gauges.cpuSeconds(name),
                            gauges.cpuSeconds(name) * 1000 / rows,
                            gauges.heapHighMb(name),
                            gauges.residentHighMb(name)));
            double all =
                    processes.keySet().stream().mapToDouble(gauges::cpuSeconds).sum();
            System.out.printf(Locale.ROOT, "  all       %7.2f CPU s, %6.3f CPU ms a row%n", all, all * 1000 / rows);
        }
        wire(child, parent, rows);
        System.out.println("  equal: " + child.digests().equals(parent.digests()));
    }

    private static long received(Database database, Site parent) {
        try {
            return number(database, parent, "select count(*) from satchel_revision");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void wire(Site child, Site parent, long rows) {
        long bytes = 0;
        int transmissions = 0;
        for (JsonNode one : child.api()
                .get("/links/" + child.link(parent).path("id").asLong() + "/transmissions?size=500")
                .ok()) {
            bytes += one.path("bytes").asLong();
            transmissions++;
        }
        System.out.printf(
                Locale.ROOT,
                "  wire      %,d bytes in %d transmissions, %.1f bytes a row%n",
                bytes,
                transmissions,
                (double) bytes / rows);
    }

    /** The same rows of the record tables alone, read and written 500 a batch and a commit. */
    private static void yardstick(Database database, Site child) throws SQLException {
        database.create("satchel_yardstick");
        try (Connection connection = database.connect("satchel_yardstick");
                var statement = connection.createStatement()) {
            long rows = 0;
            long nanos = 0;
            for (String table : TABLES) {
                statement.execute("create table " + table + " like " + child.schema() + "." + table);
                var copy = new PlainCopy(connection, child.schema(), table);
                nanos += copy.run();
                rows += copy.rows();
            }
            System.out.printf(
                    Locale.ROOT,
                    "plain JDBC batch, data tables only: %,d rows, %,.0f rows/s%n",
                    rows,
                    rows * 1e9 / nanos);
        }
    }

    private static long number(Database database, Site site, String sql) throws SQLException {
        try (Connection connection = database.connect(site.schema());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void print(String what, long rows, long begin, Object... arguments) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d rows in %.1f s, %,.0f rows/s%n",
                String.format(what, arguments),
                rows,
                seconds,
                rows / seconds);
    }
}
