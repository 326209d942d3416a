package org.satchel.site;

import java.util.List;

/** The configuration cannot work. Thrown at start, with everything that is wrong, so that one restart is enough to mend it. */
public final class InvalidSettings extends RuntimeException {

    InvalidSettings(List<String> problems) {
        super("Satchel does not start with this configuration:\n - " + String.join("\n - ", problems));
    }
}
