package org.satchel.benchmark;

import static org.satchel.world.Site.json;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.satchel.world.Site;

/** How long a change takes over an idle line, from the answer at one site until it is in the other's database. */
final class Latency {

    private static final int SAMPLES = 50;

    private Latency() {}

    static void measure(Site here, Site there) throws SQLException {
        var millis = new double[SAMPLES];
        try (Connection connection = there.database().connect(there.schema());
                PreparedStatement find = connection.prepareStatement("select 1 from location where uuid = ?")) {
            for (int i = 0; i < SAMPLES; i++) {
                var uuid = UUID.randomUUID().toString();
                here.api()
                        .post("/records/Location", json().put("uuid", uuid).put("name", "Ward " + i))
                        .ok();
                long begin = System.nanoTime();
                find.setString(1, uuid);
                while (!isThere(find)) {
                    Thread.onSpinWait();
                }
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "latency %s to %s: min %.0f ms, median %.0f ms, 95 %% within %.0f ms%n",
                here.name(),
                there.name(),
                millis[0],
                millis[SAMPLES / 2],
                millis[SAMPLES * 95 / 100]);
    }

    private static boolean isThere(PreparedStatement find) throws SQLException {
        try (var row = find.executeQuery()) {
            return row.next();
        }
    }
}
