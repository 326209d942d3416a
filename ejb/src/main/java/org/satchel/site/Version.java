package org.satchel.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this software, as the build wrote it down. */
public final class Version {

    public static final String CURRENT = read();

    private Version() {}

    private static String read() {
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
