package org.satchel.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The sites of the tests: Kigali is the root, Rwinkwavu and Kirehe its children, Rusumo is under Kirehe. Started when first asked for, shared
 * by all tests of the JVM, ended with it.
 */
public final class World {

    public static final String PASSWORD = "mountain gorillas walk at dawn";

    private static final List<String> NAMES = List.of("Kigali", "Rwinkwavu", "Kirehe", "Rusumo");
    private static final int FIRST_OFFSET = Integer.getInteger("satchel.test.port.offset", 10_000);

    private static World shared;

    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Database database;

    private World() {
        database = Database.start(Site.Place.ofBuild().work().resolve("database"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public static synchronized World shared() {
        if (shared == null) {
            shared = new World();
        }
        return shared;
    }

    public Site kigali() {
        return site("Kigali", null);
    }

    public Site rwinkwavu() {
        return site("Rwinkwavu", "Kigali");
    }

    public Site kirehe() {
        return site("Kirehe", "Kigali");
    }

    public Site rusumo() {
        return site("Rusumo", "Kirehe");
    }

    /** The line from the child to its parent. */
    public Line line(Site child) {
        return lines.get(child.name());
    }

    public Database database() {
        return database;
    }

    /** A site that is linked to none and not shared; to be closed by the caller. */
    public Site fresh(String name) {
        return start(name, NAMES.size());
    }

    private Site start(String name, int index) {
        database.create("satchel_" + name.toLowerCase(java.util.Locale.ROOT));
        return Site.prepare(name, Site.Place.ofBuild(), database, FIRST_OFFSET + index * 100, PASSWORD, Map.of())
                .start();
    }

    private synchronized Site site(String name, String parent) {
        if (!sites.containsKey(name)) {
            var above = parent == null ? null : site(parent, parent.equals("Kirehe") ? "Kigali" : null);
            var site = start(name, NAMES.indexOf(name));
            sites.put(name, site);
            if (above != null) {
                lines.put(name, Line.to(above.server().httpPort()));
                site.linkTo(above, lines.get(name));
                Waiting.until(
                        name + " is linked",
                        Duration.ofSeconds(30),
                        () -> !site.link(above).path("state").asText().equals("NEVER_CONTACTED"));
            }
        }
        return sites.get(name);
    }

    /** Waits until none of the sites has anything for another of them, nothing waits, and they hold the same. */
    public static void awaitSettled(Duration patience, Site one, Site... others) {
        var all = new ArrayList<>(List.of(others));
        all.add(0, one);
        var names = all.stream().map(Site::name).toList();
        // Twice, because what left a site behind the first look may have come to one before it.
        Waiting.until(
                "nothing is on the way or waits between " + names,
                patience,
                () -> all.stream().allMatch(site -> isQuiet(site, names))
                        && all.stream().allMatch(site -> isQuiet(site, names)));
        awaitEqual(patience, one, others);
    }

    private static boolean isQuiet(Site site, List<String> neighbours) {
        for (JsonNode link : site.api().get("/links/status").ok()) {
            var matters = neighbours.contains(link.path("name").asText());
            if (matters && link.path("backlog").asLong() + link.path("parked").asLong() > 0) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the sites hold the same: the same count and fingerprint of every type. */
    public static void awaitEqual(Duration patience, Site one, Site... others) {
        for (Site other : others) {
            try {
                Waiting.until(one.name() + " and " + other.name() + " are equal", patience, () -> one.digests()
                        .equals(other.digests()));
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "; they differ in " + difference(one, other), e);
            }
        }
    }

    private static String difference(Site one, Site other) {
        var here = one.digests();
        var there = other.digests();
        var types = new TreeSet<>(here.keySet());
        types.addAll(there.keySet());
        types.removeIf(type -> java.util.Objects.equals(here.get(type), there.get(type)));
        return types.stream()
                .map(type -> type + " (" + here.get(type) + " here, " + there.get(type) + " there)")
                .toList()
                .toString();
    }

    private void close() {
        sites.values().forEach(Site::close);
        lines.values().forEach(Line::close);
        database.close();
    }
}
