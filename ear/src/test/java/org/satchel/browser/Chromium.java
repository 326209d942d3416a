package org.satchel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Chromium of this machine without a window. Downloads nothing: neither the driver nor the browser calls home. */
final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of(System.getProperty("satchel.chromium", "/usr/bin/chromium"));

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        if (!Files.isExecutable(EXECUTABLE)) {
            throw new IllegalStateException("the browser test needs Chromium at " + EXECUTABLE
                    + "; install it (Debian: apt-get update && apt-get install -y --no-install-recommends chromium)"
                    + " or name it with -Dsatchel.chromium=/path");
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** A reader with a screen of their own, who has never been here. */
    Reader reader(Screen screen, String address) {
        return new Reader(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(screen.width(), 800)
                        .setColorScheme(screen.colours())
                        .setLocale(screen.language())
                        .setReducedMotion(ReducedMotion.REDUCE)),
                screen,
                address);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
