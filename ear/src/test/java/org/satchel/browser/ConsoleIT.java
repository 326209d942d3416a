package org.satchel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.satchel.world.Site;
import org.satchel.world.World;

/** The console of a child site, Rwinkwavu, that is linked to its parent, Kigali. */
class ConsoleIT {

    private static final String ACCOUNT = "admin";
    private static final Screen DESK = new Screen(Screen.DESK, ColorScheme.LIGHT, "en");

    private static World world;
    private static Site rwinkwavu;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        world = World.shared();
        rwinkwavu = world.rwinkwavu();
        var ward = Site.json().put("name", "Maternity ward, by the lake");
        rwinkwavu.api().post("/records/Location", ward).ok();
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
            reader.open("/console/history.xhtml?type=Location&author=" + ACCOUNT);
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
