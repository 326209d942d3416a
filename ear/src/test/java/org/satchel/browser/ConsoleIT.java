package org.satchel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.satchel.change.Change;
import org.satchel.world.PlayedChild;
import org.satchel.world.Site;
import org.satchel.world.Waiting;
import org.satchel.world.World;

/** The console of a child site, Rwinkwavu, that is linked to its parent, Kigali. */
class ConsoleIT {

    private static final String ACCOUNT = "admin";
    private static final Screen DESK = new Screen(Screen.DESK, ColorScheme.LIGHT, "en");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "lakes lie below the hills";

    private static World world;
    private static Site kigali;
    private static Site rwinkwavu;
    private static Chromium chromium;
    private static PlayedChild nyamata;
    private static List<String> contested;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        world = World.shared();
        kigali = world.kigali();
        rwinkwavu = world.rwinkwavu();
        nyamata = new PlayedChild(kigali, "Nyamata");
        contested = contest(4);
        account("Viewer", "viewer");
        account("Clerk", "clerk");
        var ward = Site.json().put("name", "Maternity ward, by the lake");
        var uuid = rwinkwavu
                .api()
                .post("/records/Location", ward)
                .ok()
                .path("uuid")
                .asText();
        kigali.await("Location", uuid, "name", "Maternity ward, by the lake", PATIENCE);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void aWrongPasswordIsRefusedInPlace() {
        try (var reader = chromium.reader(DESK, rwinkwavu.address())) {
            reader.open("/");
            reader.logIn(ACCOUNT, "wrong");

            assertThat(reader.page().getByRole(AriaRole.ALERT)).containsText("Account or password is wrong");
            reader.look("refused");
        }
    }

    @Test
    void theOverviewShowsTheNeighbourAndExchangesNow() {
        try (var reader = loggedIn(DESK)) {
            assertThat(reader.region("overview:table")).containsText("Kigali");
            reader.region("overview:exchangeAll").click();

            assertThat(reader.region("overview:started")).containsText("An exchange with one site was started.");
            assertThat(reader.region("overview:table")).containsText("Up to date", renewed());
            assertThat(reader.page().locator(".sentence")).hasText("The linked site is up to date.");
        }
    }

    @Test
    void theOverviewOfAParentSaysThatItsChildrenConnect() {
        try (var reader = loggedIn(DESK, world.kigali())) {
            assertThat(reader.region("overview:table")).containsText("Rwinkwavu");
            assertThat(reader.region("overview")).containsText("Its children open the connection themselves.");
            assertThat(reader.region("overview:exchangeAll")).hasCount(0);
        }
    }

    @Test
    void aViewerSeesTheNeighbourButStartsNothing() {
        var account = Site.json().put("name", "uwase").put("password", "lakes lie below the hills");
        account.putArray("roles").add("viewer");
        rwinkwavu.api().post("/accounts", account).ok();
        try (var reader = chromium.reader(DESK, rwinkwavu.address())) {
            reader.open("/console/overview.xhtml");
            reader.logIn("uwase", "lakes lie below the hills");

            assertThat(reader.region("overview:table")).containsText("Kigali");
            assertThat(reader.page().getByRole(AriaRole.BUTTON, named("Exchange now")))
                    .hasCount(0);
        }
    }

    @Test
    void theHistoryShowsWhatWasChangedButNoValue() {
        try (var reader = loggedIn(DESK)) {
            reader.open("/console/history.xhtml?type=Location&author=" + ACCOUNT + "&origin=" + rwinkwavu.uuid());
            assertThat(reader.page().locator(".list")).containsText("Rwinkwavu");
            reader.page().locator(".list .name a").first().click();

            assertThat(reader.page().locator(".changes")).containsText("Location");
            assertThat(reader.page().locator(".changes")).containsText("name");
            assertThat(reader.page().locator("main")).not().containsText("Maternity ward");
        }
    }

    @Test
    void aFilterIsPartOfTheAddressAndOutlivesAChangeOfTheTheme() {
        try (var reader = loggedIn(DESK)) {
            reader.open("/console/history.xhtml");
            reader.page().locator("input[name=author]").fill("nobody");
            reader.page().getByRole(AriaRole.BUTTON, named("Show")).click();
            assertThat(reader.page()).hasURL(Pattern.compile("author=nobody"));
            assertThat(reader.page().locator("main")).containsText("No revision matches");

            reader.page().getByRole(AriaRole.BUTTON, named("Dark")).click();
            assertThat(reader.page()).hasURL(Pattern.compile("author=nobody"));
            assertThat(reader.page().locator("html")).hasCSS("color-scheme", "dark");
        }
    }

    @Test
    void aConflictIsDecidedSideBySide() {
        var uuid = contested.get(0);
        try (var reader = loggedIn(DESK, kigali)) {
            reader.page().locator(".numbers a", containing("Open conflicts")).click();
            assertThat(reader.page().locator(".list")).containsText("To decide");
            openConflict(reader, uuid);
            assertThat(reader.page().locator(".list")).containsText("seen from Kigali");
            assertThat(reader.page().locator(".list")).containsText("seen from Rwinkwavu");
            assertThat(reader.page().locator("main")).not().containsText("dateChanged");

            result(reader, "description").fill("seen from both");
            reader.region("decision:save").click();

            assertThat(reader.page().getByRole(AriaRole.STATUS)).containsText("The result is saved");
            assertThat(reader.page().locator(".list")).containsText("Changed");
            assertThat(reader.page().locator(".list")).containsText("Kept");
            reader.look("conflict-decided");
        }
        rwinkwavu.await("Location", uuid, "description", "seen from both", PATIENCE);
    }

    @Test
    void aLosingValueIsPutBackByAClerk() {
        var uuid = contested.get(1);
        try (var reader = loggedIn("Clerk")) {
            assertThat(reader.page()).hasURL(Pattern.compile("/console/conflicts"));
            assertThat(reader.page().locator("nav .page")).hasCount(1);
            openConflict(reader, uuid);
            reader.page().locator("input[name=reason]").fill("They stood in front of it");
            reader.region("decision:putBack").click();

            assertThat(reader.page().getByRole(AriaRole.STATUS)).containsText("is put back");
            assertThat(reader.page().locator(".list")).containsText("They stood in front of it");
            reader.open("/console/parked.xhtml");
            assertThat(reader.page().locator("h1")).hasText("This account may not do that");
        }
        rwinkwavu.await("Location", uuid, "description", "seen from Rwinkwavu", PATIENCE);
    }

    @Test
    void aResultThatBreaksARuleIsRefusedInPlace() {
        try (var reader = loggedIn(DESK, kigali)) {
            openConflict(reader, contested.get(2));
            result(reader, "name").fill("");
            result(reader, "description").fill("typed with care");
            reader.region("decision:save").click();

            assertThat(reader.page().getByRole(AriaRole.ALERT)).containsText("nothing was changed");
            assertThat(result(reader, "description")).hasValue("typed with care");
            reader.look("conflict-refused");
        }
    }

    @Test
    void aResultThatWasOvertakenIsNotSaved() {
        var uuid = contested.get(2);
        try (var reader = loggedIn(DESK, kigali)) {
            openConflict(reader, uuid);
            kigali.api()
                    .put("/records/Location/" + uuid, Site.json().put("description", "changed meanwhile"))
                    .ok();
            result(reader, "name").fill("Overtaken");
            reader.region("decision:save").click();

            assertThat(reader.page().getByRole(AriaRole.ALERT)).containsText("was changed since this page was shown");
            assertThat(reader.page().locator(".list")).containsText("changed meanwhile");
        }
    }

    @Test
    void aViewerSeesWhereButNoValueAndDecidesNothing() throws IOException {
        var revision = park();
        try (var reader = loggedIn("Viewer")) {
            openConflict(reader, contested.get(3));
            assertThat(reader.page().locator(".list")).containsText("description");
            assertThat(reader.page().locator("main")).not().containsText("seen from");
            assertThat(reader.page().locator("main button")).hasCount(0);
            reader.open("/console/changeset.xhtml?id=" + revision);
            assertThat(reader.page().locator(".changes")).containsText("Vaccination");
            assertThat(reader.page().locator("main button")).hasCount(0);
        }
    }

    @Test
    void aParkedChangeSetIsTriedAgainAndSkipped() throws IOException {
        var revision = park();
        try (var reader = loggedIn(DESK, kigali)) {
            reader.page()
                    .locator(".numbers a", containing("Parked change sets"))
                    .click();
            assertThat(reader.page().locator(".list")).containsText("Nyamata");
            reader.page().locator(".list a[href*='" + revision + "']").click();
            assertThat(reader.page().locator(".changes")).containsText("Vaccination");
            reader.region("retry:now").click();
            assertThat(reader.page().getByRole(AriaRole.STATUS)).containsText("still cannot be applied");

            reader.page().locator("input[name=reason]").fill("Kigali gives no vaccinations");
            reader.region("skip:now").click();

            assertThat(reader.page().getByRole(AriaRole.STATUS)).containsText("It was skipped");
            reader.open("/console/changeset.xhtml?id=" + revision);
            assertThat(reader.page().locator("main")).containsText("does not wait here");
        }
    }

    @Test
    void aValueOfAParkedChangeSetIsReplacedUntilItFits() throws IOException {
        var location = tooLong();
        var revision = nyamata.send("mukamana", Instant.parse("2026-11-24T08:40:00Z"), location);
        try (var reader = loggedIn(DESK, kigali)) {
            openValue(reader, revision, "dateCreated");
            replace(reader, "yesterday", "A guess");
            assertThat(reader.page().getByRole(AriaRole.ALERT)).containsText("nothing was changed");
            assertThat(reader.page().locator("[name=value]")).hasValue("yesterday");
            reader.look("replace-refused");

            reader.page().locator("summary").press("Enter");
            assertThat(reader.page().locator(".more a", containing("postalCode")))
                    .isVisible();
            openValue(reader, revision, "name");
            assertThat(reader.page().locator("[name=value]")).hasValue(Pattern.compile("^Ward and garden"));
            replace(reader, "n".repeat(256), "Shorter");
            assertThat(reader.page().getByRole(AriaRole.STATUS)).containsText("still cannot be applied");

            openValue(reader, revision, "name");
            replace(reader, "Ward and garden", "The form took more than a name has room for");
            assertThat(reader.page().getByRole(AriaRole.STATUS)).containsText("It is applied now");
        }
        kigali.await("Location", location.uuid(), "name", "Ward and garden", PATIENCE);
    }

    @Test
    void theRuleOfAClassIsSetByTheAdministrator() {
        try (var reader = loggedIn(DESK, kigali)) {
            reader.open("/console/conflicts.xhtml");
            reader.page().getByRole(AriaRole.LINK, named("Class rules")).click();
            reader.page()
                    .getByRole(AriaRole.LINK, named("Change the rule of PersonAttributeType"))
                    .click();
            assertThat(reader.page().locator("input[value=LAST_IN_WINS]")).isChecked();
            assertThat(reader.page().locator("select[name=author]")).isHidden();
            reader.page().locator("input[value=LAST_IN_WINS]").press("ArrowUp");
            reader.region("rule:save").click();
            assertThat(reader.page().getByRole(AriaRole.ALERT)).containsText("nothing was saved");
            reader.page().locator("select[name=author]").selectOption("Kigali");
            reader.look("rule-authored");
            reader.region("rule:save").press("Enter");

            assertThat(reader.page().getByRole(AriaRole.STATUS)).containsText("PersonAttributeType is saved");
            assertThat(reader.page().locator(".rules tr", containing("PersonAttributeType")))
                    .containsText(Pattern.compile("Authored at one site\\s*Kigali"));
            reader.look("rules-saved");
        } finally {
            rule("PersonAttributeType", "LAST_IN_WINS");
        }
    }

    @Test
    void aViewerSeesTheRulesButSetsNone() {
        try (var reader = loggedIn("Viewer")) {
            reader.open("/console/rules.xhtml");
            assertThat(reader.page().locator(".rules")).containsText("Location");
            assertThat(reader.page().locator(".rules a")).hasCount(0);
            reader.open("/console/rule.xhtml?type=Location");
            assertThat(reader.page().locator("h1")).hasText("This account may not do that");
        }
    }

    @Test
    void theHistoryLeadsToTheConflictAndToWhatIsParked() throws IOException {
        var revision = park();
        try (var reader = loggedIn(DESK, kigali)) {
            openConflict(reader, contested.get(3));
            reader.page().locator(".sides a").first().click();
            reader.page().locator(".changes a", containing("in conflict")).click();
            assertThat(reader.page()).hasURL(Pattern.compile("conflicts.*uuid=" + contested.get(3)));
            reader.open("/console/revision.xhtml?id=" + revision);
            reader.page().locator(".empty a").click();
            assertThat(reader.page().locator("h1")).hasText("Parked change set");
        }
    }

    @Test
    void whoLogsOutIsOut() {
        try (var reader = loggedIn(DESK)) {
            reader.page().getByRole(AriaRole.BUTTON, named("Log out")).click();
            reader.open("/console/history.xhtml");

            assertThat(reader.page()).hasURL(Pattern.compile("/login\\.xhtml"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, en", "1280, DARK, fr", "360, LIGHT, es", "360, DARK, en"})
    void everyPageFitsEveryScreen(int width, ColorScheme colours, String language) {
        var screen = new Screen(width, colours, language);
        try (var reader = chromium.reader(screen, rwinkwavu.address())) {
            reader.open("/");
            reader.look("login");
            reader.logIn(ACCOUNT, World.PASSWORD);
            assertThat(reader.region("overview:table")).containsText("Kigali");
            reader.look("overview");
            reader.open("/console/history.xhtml");
            reader.look("history");
            reader.page().locator(".list .name a").first().click();
            assertThat(reader.page().locator(".places")).containsText("Kigali");
            reader.look("revision");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, en", "1280, DARK, es", "360, LIGHT, fr", "360, DARK, en"})
    void everyPageOfWhatWaitsFitsEveryScreen(int width, ColorScheme colours, String language) throws IOException {
        var revision = park();
        var waitsLong = nyamata.send("mukamana", Instant.parse("2026-11-24T08:40:00Z"), tooLong());
        var screen = new Screen(width, colours, language);
        try (var reader = loggedIn(screen, kigali)) {
            reader.look("overview-waiting");
            reader.open("/console/conflicts.xhtml");
            reader.look("conflicts");
            openConflict(reader, contested.get(3));
            reader.look("conflict");
            reader.open("/console/parked.xhtml");
            reader.look("parked");
            reader.open("/console/changeset.xhtml?id=" + revision);
            reader.look("changeset");
            openValue(reader, waitsLong, "name");
            reader.look("replace");
            reader.open("/console/rules.xhtml");
            reader.look("rules");
            reader.open("/console/rule.xhtml?type=Location");
            reader.look("rule");
        }
        try (var reader = loggedIn(screen)) {
            reader.open("/console/conflicts.xhtml");
            reader.look("conflicts-empty");
            reader.open("/console/parked.xhtml");
            reader.look("parked-empty");
        }
    }

    /** Locations whose name and description both sites changed without knowing of each other, to be decided at Kigali. */
    private static List<String> contest(int count) {
        rule("Location", "REVIEW");
        try {
            var uuids = IntStream.range(0, count)
                    .mapToObj(i -> kigali.api()
                            .post("/records/Location", Site.json().put("name", "Ward " + i))
                            .ok()
                            .path("uuid")
                            .asText())
                    .toList();
            rwinkwavu.await("Location", uuids.get(count - 1), "description", null, PATIENCE);
            World.awaitEqual(PATIENCE, kigali, rwinkwavu);
            rwinkwavu.exchangeWith(kigali, false);
            uuids.forEach(uuid -> {
                describe(kigali, uuid);
                describe(rwinkwavu, uuid);
            });
            rwinkwavu.exchangeWith(kigali, true);
            uuids.forEach(uuid -> Waiting.until(
                    "the conflict of " + uuid + " is noted",
                    PATIENCE,
                    () -> kigali.api()
                                    .get("/conflicts?state=OPEN&uuid=" + uuid)
                                    .ok()
                                    .path("total")
                                    .asLong()
                            == 2));
            return uuids;
        } finally {
            rule("Location", "LAST_IN_WINS");
        }
    }

    private static void rule(String type, String policy) {
        kigali.api()
                .put("/class-rules", Site.json().put("type", type).put("policy", policy))
                .ok();
    }

    private static void describe(Site site, String uuid) {
        var change = Site.json().put("name", "Ward of " + site.name()).put("description", "seen from " + site.name());
        site.api().put("/records/Location/" + uuid, change).ok();
    }

    /** A change set of a version to come waits at Kigali. */
    private static UUID park() throws IOException {
        return nyamata.send(
                "mukamana",
                Instant.parse("2026-11-24T08:30:00Z"),
                PlayedChild.added("Vaccination", Map.of("vaccine", "measles", "dose", 1L)));
    }

    /** A location whose name is longer than a name may be. */
    private static Change tooLong() {
        return PlayedChild.added(
                "Location",
                Map.of(
                        "name",
                        "Ward and garden, ".repeat(20),
                        "description",
                        "Beside the lake",
                        "retired",
                        false,
                        "creator",
                        "5a7c4e10-0000-4000-8000-000000000002",
                        "dateCreated",
                        "2026-11-24T10:00:00"));
    }

    /** Goes from the parked change set to one of its values. */
    private static void openValue(Reader reader, UUID revision, String field) {
        reader.open("/console/changeset.xhtml?id=" + revision);
        reader.page().locator(".changes .change a").click();
        reader.page()
                .locator(".values a[href*='field=" + field + "&'], .values a[href$='field=" + field + "']")
                .click();
        assertThat(reader.page().locator("[name=value]")).isVisible();
    }

    /** By the keyboard. */
    private static void replace(Reader reader, String value, String reason) {
        reader.page().locator("[name=value]").fill(value);
        reader.page().locator("[name=reason]").fill(reason);
        reader.page().locator("[name=reason]").press("Enter");
    }

    private static void account(String name, String role) {
        var account = Site.json().put("name", name).put("password", PASSWORD);
        account.putArray("roles").add(role);
        kigali.api().post("/accounts", account).ok();
    }

    private static Reader loggedIn(String account) {
        var reader = chromium.reader(DESK, kigali.address());
        reader.open("/");
        reader.logIn(account, PASSWORD);
        assertThat(reader.page().locator("nav .page").first()).isVisible();
        return reader;
    }

    private static void openConflict(Reader reader, String uuid) {
        reader.open("/console/conflicts.xhtml?uuid=" + uuid);
        reader.page().locator(".list .name a").first().click();
        assertThat(reader.page()).hasURL(Pattern.compile("/console/conflict\\.xhtml"));
    }

    private static Locator result(Reader reader, String field) {
        return reader.page().getByLabel("Result for " + field);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Reader loggedIn(Screen screen) {
        return loggedIn(screen, rwinkwavu);
    }

    private static Reader loggedIn(Screen screen, Site site) {
        var reader = chromium.reader(screen, site.address());
        reader.open("/");
        reader.logIn(ACCOUNT, World.PASSWORD);
        assertThat(reader.page()).hasURL(Pattern.compile("/console/overview"));
        return reader;
    }

    /** Long enough for the page to renew itself, and for an exchange. */
    private static LocatorAssertions.ContainsTextOptions renewed() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
