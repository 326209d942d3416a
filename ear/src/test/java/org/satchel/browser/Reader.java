package org.satchel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Somebody at the console: does what a person does, and notes whatever the browser complains about meanwhile. */
final class Reader implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final BrowserContext context;
    private final Screen screen;
    private final String address;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Reader(BrowserContext context, Screen screen, String address) {
        this.context = context;
        this.screen = screen;
        this.address = address;
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(address + path);
    }

    void logIn(String account, String password) {
        page.locator("input[id$=name]").fill(account);
        page.locator("input[id$=password]").fill(password);
        page.locator("button[id$=submit]").click();
    }

    Locator region(String id) {
        return page.locator("[id='" + id + "']");
    }

    /** Keeps a picture of the whole page, and asserts what every page must fulfil on every screen. */
    void look(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + screen + ".png")));
        assertThat(page.locator("h1").count()).as("one h1 on %s", page.url()).isOne();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s fits into %s px", page.url(), screen.width())
                .isEqualTo(0);
        assertThat(seriousFindings()).as("accessibility of %s", page.url()).isEmpty();
        assertThat(complaints).as("complaints of the browser on %s", page.url()).isEmpty();
    }

    private List<String> seriousFindings() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(finding -> SERIOUS.contains(finding.getImpact()))
                        .map(finding -> finding.getId() + ": "
                                + finding.getNodes().get(0).getHtml())
                        .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
