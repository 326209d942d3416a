package org.satchel.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A site: a server, its database, and its administrator. */
public final class Site implements AutoCloseable {

    private final String name;
    private final Server server;
    private final Database database;
    private final String schema;
    private final String password;

    private Site(String name, Server server, Database database, String schema, String password) {
        this.name = name;
        this.server = server;
        this.database = database;
        this.schema = schema;
        this.password = password;
    }

    /** What a site needs beside its name. */
    public record Place(Path serverHome, Path ear, Path work, String heap) {

        /** As the build tells it. */
        public static Place ofBuild() {
            return new Place(
                    Path.of(System.getProperty("satchel.server.home")),
                    Path.of(System.getProperty("satchel.ear")),
                    Path.of(System.getProperty("satchel.work")),
                    System.getProperty("satchel.test.heap", "512m"));
        }
    }

    /** Prepares a site on the database's schema of its name; {@link #start()} starts it. */
    public static Site prepare(
            String name,
            Place place,
            Database database,
            int portOffset,
            String password,
            Map<String, String> settings) {
        var schema = "satchel_" + name.toLowerCase(java.util.Locale.ROOT);
        if (!database.exists(schema)) {
            database.create(schema);
        }
        var properties = new HashMap<>(Map.of(
                "satchel.db.url", database.jdbcUrl(schema),
                "satchel.db.user", database.user(),
                "satchel.db.password", database.password(),
                "satchel.site.name", name,
                "satchel.admin.password", password));
        properties.putAll(settings);
        var base = place.work().resolve("sites").resolve(name);
        var server = Server.prepare(name, place.serverHome(), place.ear(), base, portOffset, properties, place.heap());
        return new Site(name, server, database, schema, password);
    }

    public Site start() {
        server.start();
        server.awaitDeployment();
        return this;
    }

    public String name() {
        return name;
    }

    public Server server() {
        return server;
    }

    public Database database() {
        return database;
    }

    public String schema() {
        return schema;
    }

    /** The administrator's. */
    public String password() {
        return password;
    }

    public String address() {
        return "http://127.0.0.1:" + server.httpPort() + "/satchel";
    }

    /** The REST interface as the administrator sees it. */
    public Api api() {
        return as("admin", password);
    }

    /** The REST interface as somebody else sees it; without a login if the account is null. */
    public Api as(String account, String accountPassword) {
        return new Api(address() + "/api", account, accountPassword);
    }

    public UUID uuid() {
        return UUID.fromString(api().get("/site").ok().path("uuid").asText());
    }

    /** Makes this site a child of the other. */
    public void linkTo(Site parent) {
        linkTo(parent, parent.address());
    }

    /** Makes this site a child of the other, which it reaches over the line. */
    public void linkTo(Site parent, Line line) {
        linkTo(parent, line.address() + "/satchel");
    }

    private void linkTo(Site parent, String address) {
        var credentials =
                parent.api().post("/links/children", json().put("name", name)).ok();
        var link = json().put("name", parent.name).put("address", address + "/api");
        link.put("account", credentials.path("account").asText());
        link.put("secret", credentials.path("secret").asText());
        api().post("/links/parent", link).ok();
    }

    /** How the link to the neighbour stands. */
    public JsonNode link(Site neighbour) {
        for (JsonNode link : api().get("/links/status").ok()) {
            if (link.path("name").asText().equals(neighbour.name)) {
                return link;
            }
        }
        throw new AssertionError(name + " has no link to " + neighbour.name);
    }

    /** Whether this site exchanges with its parent, which it then does at once. */
    public void connect(Site parent, boolean connected) {
        var settings = json().put("interval", "PT0S").put("enabled", connected);
        api().put("/links/" + link(parent).path("id").asLong(), settings).ok();
        if (connected) {
            exchangeNow(parent);
        }
    }

    public void exchangeNow(Site parent) {
        api().post("/links/" + link(parent).path("id").asLong() + "/exchange").ok();
    }

    /** Switches the exchange with the neighbour off, as a cut line would, or on again. */
    public void exchangeWith(Site neighbour, boolean enabled) {
        api().put(
                        "/links/" + link(neighbour).path("id").asLong(),
                        json().put("interval", "PT0S").put("enabled", enabled))
                .ok();
    }

    /** Count and fingerprint by type. */
    public Map<String, String> digests() {
        var digests = new TreeMap<String, String>();
        for (JsonNode type : api().get("/digests").ok().path("types")) {
            digests.put(
                    type.path("type").asText(),
                    type.path("count").asLong() + " " + type.path("fingerprint").asText());
        }
        return digests;
    }

    /** How many change sets wait here. */
    public long parked() {
        return api().get("/parked").ok().path("total").asLong();
    }

    /** Looks into the site's database past the application: every row's columns by name, as text. */
    public List<Map<String, String>> query(String sql, Object... parameters) {
        return database.query(schema, sql, parameters);
    }

    /** Changes the site's database past the application. */
    public void update(String sql, Object... parameters) {
        database.update(schema, sql, parameters);
    }

    /** Waits until the record's property has the value here; null waits until it is gone or empty. */
    public void await(String type, String uuid, String property, String value, Duration patience) {
        Waiting.until(type + " " + uuid + " at " + name + " has the " + property + " expected", patience, () -> {
            var answer = api().get("/records/" + type + "/" + uuid);
            var found = answer.body().path(property);
            return answer.status() == 200
                    && (value == null
                            ? found.isMissingNode() || found.isNull()
                            : found.asText().equals(value));
        });
    }

    public static ObjectNode json() {
        return Api.JSON.createObjectNode();
    }

    @Override
    public void close() {
        server.close();
    }
}
