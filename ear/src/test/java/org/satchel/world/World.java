package org.satchel.world;

import java.time.Duration;
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

    public Database database() {
        return database;
    }

    private synchronized Site site(String name, String parent) {
        if (!sites.containsKey(name)) {
            var above = parent == null ? null : site(parent, parent.equals("Kirehe") ? "Kigali" : null);
            var fresh = "satchel_" + name.toLowerCase(java.util.Locale.ROOT);
            database.create(fresh);
            int offset = FIRST_OFFSET + NAMES.indexOf(name) * 100;
            var site = Site.prepare(name, Site.Place.ofBuild(), database, offset, PASSWORD, Map.of())
                    .start();
            sites.put(name, site);
            if (above != null) {
                site.linkTo(above);
                Waiting.until(
                        name + " is linked",
                        Duration.ofSeconds(30),
                        () -> !site.link(above).path("state").asText().equals("NEVER_CONTACTED"));
            }
        }
        return sites.get(name);
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
        database.close();
    }
}
