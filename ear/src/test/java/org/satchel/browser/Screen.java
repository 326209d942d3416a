package org.satchel.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** What somebody reads the console on. The width is in CSS pixels. */
record Screen(int width, ColorScheme colours, String language) {

    static final int PHONE = 360;
    static final int DESK = 1280;

    @Override
    public String toString() {
        return width + "-" + colours.name().toLowerCase(Locale.ROOT) + "-" + language;
    }
}
