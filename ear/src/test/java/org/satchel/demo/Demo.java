package org.satchel.demo;

import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.satchel.world.Database;
import org.satchel.world.PlayedChild;
import org.satchel.world.Site;
import org.satchel.world.Waiting;

/** Runs the demo; see {@link Options#HELP}. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Options options;
    private final Progress progress = new Progress(System.out);
    private final DemoFolder folder;
    private Database database;
    private Site kigali;
    private Site rwinkwavu;

    private Demo(Options options) {
        this.options = options;
        this.folder = new DemoFolder(Path.of(System.getProperty("satchel.demo.folder")));
    }

    /** Exit status 0 if both sites ended equal, 1 if they did not or the demo could not run. */
    public static void main(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        int status = 1;
        try {
            status = new Demo(Options.of(arguments)).run() ? 0 : 1;
        } catch (DemoFailed e) {
            System.err.println(e.getMessage());
        } catch (Exception | AssertionError e) {
            System.err.println("The demo failed: " + e.getMessage());
            System.err.println("The servers' logs stand in " + System.getProperty("satchel.demo.folder")
                    + "/sites/*/log/server.log. A fresh start may help: ./demo --fresh");
        }
        System.exit(status);
    }

    private boolean run() throws Exception {
        folder.open(options.fresh());
        int offset = options.port() - 8080;
        DemoFolder.requireFree(List.of(8080 + offset, 8180 + offset, 9990 + offset, 10_090 + offset));
        if (folder.isUsed()) {
            progress.say("goes on with the databases of an earlier demo (./demo --fresh forgets them)");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        start(offset);
        link();
        load();
        change();
        contest();
        park();
        boolean equal = awaitEqual();
        report(equal);
        if (!options.once()) {
            progress.print("\nRunning until Ctrl-C.");
            new CountDownLatch(1).await();
        }
        return equal;
    }

    private void start(int offset) {
        progress.say("starting MariaDB");
        database = Database.start(folder.path().resolve("database"));
        var place = new Site.Place(
                Path.of(System.getProperty("satchel.server.home")),
                Path.of(System.getProperty("satchel.ear")),
                folder.path(),
                "512m");
        var password = folder.password();
        kigali = Site.prepare("Kigali", place, database, offset, password, Map.of());
        rwinkwavu = Site.prepare("Rwinkwavu", place, database, offset + 100, password, Map.of());
        progress.say("starting the servers of Kigali and Rwinkwavu");
        kigali.server().start();
        rwinkwavu.server().start();
        kigali.server().awaitDeployment();
        progress.say("Kigali is up: %s", kigali.address());
        rwinkwavu.server().awaitDeployment();
        progress.say("Rwinkwavu is up: %s", rwinkwavu.address());
    }

    private void link() {
        if (!rwinkwavu.api().get("/links").ok().isEmpty()) {
            return;
        }
        rwinkwavu.linkTo(kigali);
        Waiting.until(
                "Rwinkwavu has reached Kigali",
                PATIENCE,
                () -> !rwinkwavu.link(kigali).path("state").asText().equals("NEVER_CONTACTED"));
        progress.say("Rwinkwavu is linked to its parent Kigali");
    }

    private void load() throws SQLException, IOException {
        var loader = new Loader(rwinkwavu, progress);
        if (options.dump().isPresent()) {
            load(options.dump().get(), loader);
            return;
        }
        long seed = new Random().nextLong();
        var clinic = new Clinic(seed);
        if (rwinkwavu
                        .api()
                        .get("/records/Concept/" + Clinic.fixed("Concept", "weight"))
                        .status()
                == 404) {
            loader.create(clinic.dictionary());
            progress.say("the clinic's dictionary is in, in English, French and Spanish");
        }
        for (int i = 1; i <= options.patients(); i++) {
            loader.create(clinic.patient(i));
            if (i % 10 == 0) {
                progress.say("%,6d of %,d patients are in (seed %d)", i, options.patients(), seed);
            }
        }
    }

    private void load(Path file, Loader loader) throws SQLException, IOException {
        if (rwinkwavu
                        .api()
                        .get("/records/Patient?page=0&size=1")
                        .ok()
                        .path("total")
                        .asLong()
                > 0) {
            throw new DemoFailed(
                    "An earlier demo's patients are in the database already. To load a dump start anew: ./demo --fresh --data "
                            + file);
        }
        progress.say("reading %s", file.getFileName());
        database.create("satchel_dump");
        try (var connection = database.connect("satchel_dump")) {
            var dump = Dump.load(file, connection);
            loader.createAll(dump.inOrder());
            dump.leftOut()
                    .forEach((column, count) -> progress.say(
                            "left out: %,d values of %s, which refer to tables without a record type", count, column));
        }
    }

    /** Something at each side for the other to receive. */
    private void change() {
        var ward = rwinkwavu
                .api()
                .post(
                        "/records/Location",
                        json().put("name", "Maternity ward").put("description", "opened during the demo"))
                .ok();
        kigali.api()
                .post("/records/Location", json().put("name", "Kigali central store"))
                .ok();
        Waiting.until(
                "the ward is at Kigali",
                PATIENCE,
                () -> kigali.api()
                                .get("/records/Location/" + ward.path("uuid").asText())
                                .status()
                        == 200);
        kigali.api()
                .put(
                        "/records/Location/" + ward.path("uuid").asText(),
                        json().put("description", "inspected by Kigali"))
                .ok();
        progress.say("changed records at both sites");
    }

    /** Both sites describe one ward while the line is cut. Once: a later start finds the conflict there. */
    private void contest() {
        if (kigali.api().get("/conflicts?size=1").ok().path("total").asLong() > 0) {
            return;
        }
        kigali.api()
                .put("/class-rules", json().put("type", "Location").put("policy", "REVIEW"))
                .ok();
        var pharmacy = "/records/Location/" + Clinic.fixed("Location", "pharmacy");
        if (kigali.api().get(pharmacy).status() == 404) {
            kigali.api().post("/records/Location", Clinic.pharmacy()).ok();
        }
        Waiting.until(
                "the pharmacy is at Rwinkwavu",
                PATIENCE,
                () -> rwinkwavu.api().get(pharmacy).status() == 200);
        rwinkwavu.exchangeWith(kigali, false);
        kigali.api()
                .put(
                        pharmacy,
                        json().put("description", "Ground floor, beside the laboratory")
                                .put("postalCode", "KN 4"))
                .ok();
        rwinkwavu
                .api()
                .put(
                        pharmacy,
                        json().put("description", "Moved to the first floor").put("postalCode", "KN 4 Ave"))
                .ok();
        rwinkwavu.exchangeWith(kigali, true);
        Waiting.until(
                "the conflict is noted at Kigali",
                PATIENCE,
                () -> kigali.api().get("/conflicts?size=1").ok().path("total").asLong() > 0);
        progress.say("both sites changed one record while the line was cut: a conflict for a person to decide");
    }

    /** A third site, whose Satchel is newer, has sent a type that Kigali does not know, and has not come back since. Once, likewise. */
    private void park() throws IOException {
        if (kigali.api().get("/links").ok().findValuesAsText("name").contains("Kirehe")) {
            return;
        }
        new PlayedChild(kigali, "Kirehe")
                .send(
                        "mukamana",
                        Instant.now(),
                        PlayedChild.added("Vaccination", Map.of("vaccine", "measles", "dose", 1L)));
        progress.say("Kirehe sent a record of a type that Kigali does not know: a change set is parked");
    }

    private boolean awaitEqual() {
        long begin = progress.seconds();
        long[] told = {begin};
        try {
            Waiting.until("both sites are equal", PATIENCE, () -> {
                var link = rwinkwavu.link(kigali);
                if (progress.seconds() > told[0] + 2) {
                    told[0] = progress.seconds();
                    progress.say(
                            "%,6d revisions of Rwinkwavu are on their way",
                            link.path("backlog").asLong());
                }
                return link.path("backlog").asLong() == 0 && kigali.digests().equals(rwinkwavu.digests());
            });
            progress.say("both sites are equal, %d s after the last change", progress.seconds() - begin);
            return true;
        } catch (AssertionError e) {
            progress.say("the sites differ");
            return false;
        }
    }

    private void report(boolean equal) {
        var here = counts(kigali);
        var there = counts(rwinkwavu);
        progress.print(String.format(Locale.ROOT, "%n%-24s %10s %10s", "", "Kigali", "Rwinkwavu"));
        there.forEach((type, count) -> progress.print(
                String.format(Locale.ROOT, "%-24s %,10d %,10d", type, here.getOrDefault(type, 0L), count)));
        progress.print(equal ? "\nEqual record for record: the same fingerprint of every type." : "\nNOT equal.");
        progress.print("\nTo look at:        " + kigali.address() + "/console/conflicts.xhtml\n                   "
                + kigali.address() + "/console/parked.xhtml");
        progress.print("\nKigali (parent):   " + kigali.address() + "/\nRwinkwavu (child): " + rwinkwavu.address()
                + "/\nlogin at both:     admin / " + folder.password());
    }

    private static Map<String, Long> counts(Site site) {
        var counts = new TreeMap<String, Long>();
        for (JsonNode type : site.api().get("/digests").ok().path("types")) {
            counts.put(type.path("type").asText(), type.path("count").asLong());
        }
        return counts;
    }

    private void end() {
        if (rwinkwavu != null) {
            rwinkwavu.close();
        }
        if (kigali != null) {
            kigali.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
