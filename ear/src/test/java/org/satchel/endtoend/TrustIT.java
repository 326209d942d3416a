package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.satchel.world.Api;
import org.satchel.world.Site;
import org.satchel.world.World;

/** Who may come in and what is said to those who may not. On a site of its own, because it is restarted. */
class TrustIT {

    private static final List<String> ROLES = List.of("clerk", "viewer", "monitor");
    private static final int PORT_OFFSET = Integer.getInteger("satchel.test.port.offset", 10_000) + 400;

    private static Site gahara;
    private static Api machine;
    private static String machineSecret;

    @BeforeAll
    static void startASiteWithAnAccountOfEachRole() {
        var database = World.shared().database();
        database.create("satchel_gahara");
        gahara = Site.prepare("Gahara", Site.Place.ofBuild(), database, PORT_OFFSET, World.PASSWORD, Map.of());
        gahara.start();
        for (var role : ROLES) {
            var account = json().put("name", role).put("password", passwordOf(role));
            account.putArray("roles").add(role);
            gahara.api().post("/accounts", account).ok();
        }
        var child = gahara.api()
                .post("/links/children", json().put("name", "Rusumo"))
                .ok();
        machineSecret = child.path("secret").asText();
        machine = gahara.as(child.path("account").asText(), machineSecret);
    }

    @AfterAll
    static void endTheSite() {
        gahara.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/site",
                "/links",
                "/links/1",
                "/links/status",
                "/accounts",
                "/metrics",
                "/history",
                "/digests",
                "/parked",
                "/records/Location",
                "/exchange/transmissions",
                "/not/there",
                "//site",
                "/%73ite",
                "/exchange/../site"
            })
    void refusesEveryAddressWithoutALogin(String path) {
        assertRefused(gahara.as(null, null).get(path), 401, "unauthenticated");
    }

    @Test
    void refusesAWrongPasswordLikeAnUnknownAccount() {
        var wrong = gahara.as("admin", "not the password").get("/site");
        var unknown = gahara.as("nobody", "not the password").get("/site");

        assertRefused(wrong, 401, "unauthenticated");
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @ParameterizedTest
    @CsvSource({
        "clerk, /accounts",
        "clerk, /metrics",
        "clerk, /links",
        "clerk, /exchange/transmissions",
        "viewer, /accounts",
        "viewer, /metrics",
        "viewer, /exchange/transmissions",
        "monitor, /accounts",
        "monitor, /links",
        "monitor, /history",
        "monitor, /records/Location"
    })
    void refusesAnAccountWithoutTheRole(String role, String path) {
        assertRefused(as(role).get(path), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({"viewer, /site", "viewer, /links", "clerk, /site", "monitor, /metrics"})
    void letsAnAccountDoWhatItsRoleSays(String role, String path) {
        assertThat(as(role).get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "viewer", "monitor"})
    void letsOnlyAdministratorsChangeLinksAndAccounts(String role) {
        assertRefused(as(role).post("/links/children", json().put("name", "Kirehe")), 403, "forbidden");
        assertRefused(as(role).put("/links/1", json().put("interval", "PT1S").put("enabled", true)), 403, "forbidden");
        assertRefused(as(role).put("/accounts/admin", json().put("enabled", false)), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/site",
                "/links",
                "/accounts",
                "/metrics",
                "/history",
                "/digests",
                "/parked",
                "/records/Location",
                "/",
                "/exchange/../links"
            })
    void letsAMachineDoNothingButExchange(String path) {
        assertThat(machine.get(path).status()).isIn(403, 404);
    }

    @Test
    void locksADisabledAccountOutAtOnce() {
        var admin = gahara.api();
        admin.put("/accounts/viewer", json().put("enabled", false)).ok();
        try {
            assertRefused(as("viewer").get("/site"), 401, "unauthenticated");
        } finally {
            admin.put("/accounts/viewer", json().put("enabled", true)).ok();
        }
        assertThat(as("viewer").get("/site").status()).isEqualTo(200);
    }

    @Test
    void answersWhatItCannotReadWithAProblem() {
        var admin = gahara.api();

        assertRefused(
                admin.send("POST", "/links/children", BodyPublishers.ofString("{\"name\":"), "application/json"),
                400,
                "json");
        assertRefused(admin.post("/links/children", json().put("name", "Kirehe").put("nmae", 1)), 400, "json");
        assertRefused(admin.post("/links/children", json().put("name", " ")), 400, "invalid");
        assertRefused(admin.post("/links/children", json().put("name", "two\nlines")), 400, "invalid");
        assertRefused(admin.post("/links/children", json().put("name", "x".repeat(101))), 400, "invalid");
        assertRefused(
                admin.send("POST", "/links/children", BodyPublishers.ofString("name"), "text/plain"),
                415,
                "media-type");
        assertRefused(admin.put("/links/1", json().put("interval", "P8D").put("enabled", true)), 400, "invalid");
        assertRefused(admin.put("/links/99", json().put("interval", "PT1S").put("enabled", true)), 404, "not-found");
        assertRefused(admin.delete("/links"), 405, "method-not-allowed");
        assertThat(admin.get("/links").ok()).hasSize(1);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var body = "{\"name\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}";

        assertRefused(
                gahara.api().send("POST", "/links/children", BodyPublishers.ofString(body), "application/json"),
                413,
                "too-large");
    }

    @Test
    void keepsIdentityLinksAndAccountsOverARestart() {
        var uuid = gahara.uuid();
        var links = gahara.api().get("/links").ok();
        var accounts = gahara.api().get("/accounts").ok();

        gahara.server().stop();
        gahara.start();

        assertThat(gahara.uuid()).isEqualTo(uuid);
        assertThat(gahara.api().get("/links").ok()).isEqualTo(links);
        assertThat(gahara.api().get("/accounts").ok()).isEqualTo(accounts);
        assertThat(machine.get("/exchange/../site").status()).isNotEqualTo(401);
    }

    @Test
    void writesNoSecretIntoTheLog() throws IOException {
        gahara.as("admin", "a wrong password").get("/site");
        machine.get("/site");

        assertThat(Files.readString(gahara.server().log()))
                .contains("SATCHEL")
                .doesNotContain(World.PASSWORD, "a wrong password", machineSecret, passwordOf("clerk"));
    }

    private static Api as(String role) {
        return gahara.as(role, passwordOf(role));
    }

    private static String passwordOf(String role) {
        return "password of the " + role;
    }

    private static void assertRefused(Api.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().path("type").asText()).isEqualTo("urn:satchel:problem:" + type);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("retryable").isBoolean()).isTrue();
    }
}
