package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.satchel.world.Site;
import org.satchel.world.World;

/** Three levels by configuration alone: Kigali is the root, Kirehe its child, Rusumo under Kirehe. */
class ChainIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(3);

    private final World world = World.shared();

    @Test
    void carriesAChangeFromTheLowestSiteToTheRootAndToTheOtherBranch() {
        world.rwinkwavu();
        var uuid = UUID.randomUUID().toString();
        world.rusumo()
                .api()
                .post("/records/Location", json().put("uuid", uuid).put("name", "Rusumo border post"))
                .ok();
        world.kirehe().await("Location", uuid, "name", "Rusumo border post", SOON);
        world.kigali().await("Location", uuid, "name", "Rusumo border post", SOON);
        world.rwinkwavu().await("Location", uuid, "name", "Rusumo border post", SOON);

        world.kigali()
                .api()
                .put("/records/Location/" + uuid, json().put("description", "seen at the root"))
                .ok();
        world.rusumo().await("Location", uuid, "description", "seen at the root", SOON);
        World.awaitEqual(SOON, world.kigali(), world.kirehe(), world.rusumo(), world.rwinkwavu());
    }

    @Test
    void endsEqualAfterTheSiteInTheMiddleWasAwayWhileBothEndsChangedTheSame() {
        var kigali = world.kigali();
        var kirehe = world.kirehe();
        var rusumo = world.rusumo();
        var ward = created(kigali, "Ward");
        var given = created(kigali, "Ward that is given up");
        World.awaitSettled(SOON, kigali, kirehe, rusumo);

        kirehe.server().kill();
        change(kigali, ward, "description", "by Kigali");
        change(kigali, ward, "address1", "by Kigali");
        change(rusumo, ward, "description", "by Rusumo");
        change(rusumo, ward, "address2", "by Rusumo");
        kigali.api().delete("/records/Location/" + given).ok();
        change(rusumo, given, "description", "by Rusumo");
        for (int i = 0; i < 50; i++) {
            created(kigali, "Made at Kigali meanwhile");
            created(rusumo, "Made at Rusumo meanwhile");
        }
        kirehe.start();

        World.awaitSettled(LONG, kigali, kirehe, rusumo, world.rwinkwavu());
        for (Site site : List.of(kigali, kirehe, rusumo)) {
            site.await("Location", ward, "description", "by Rusumo", SOON);
            site.await("Location", ward, "address1", "by Kigali", SOON);
            site.await("Location", ward, "address2", "by Rusumo", SOON);
            assertThat(site.api().get("/records/Location/" + given).status()).isEqualTo(404);
        }
        assertThat(ListedConflict.of(kigali, ward, "description"))
                .containsExactly(
                        new ListedConflict("EDITED", "description", "\"by Kigali\"", "\"by Rusumo\"", "NOTED"));
        assertThat(ListedConflict.of(kigali, ward, "address1")).isEmpty();
        assertThat(ListedConflict.of(kigali, ward, "address2")).isEmpty();
        assertThat(lost(given, kigali, kirehe))
                .as("where the edit of the deleted ward is kept")
                .contains("\"by Rusumo\"");
        assertThat(ListedConflict.of(kirehe, ward, "description")).hasSizeLessThanOrEqualTo(1);
    }

    private static List<String> lost(String uuid, Site... sites) {
        return Stream.of(sites)
                .flatMap(site -> ListedConflict.of(site, uuid, "description").stream())
                .map(ListedConflict::lost)
                .toList();
    }

    private static String created(Site site, String name) {
        return site.api()
                .post("/records/Location", json().put("name", name))
                .ok()
                .path("uuid")
                .asText();
    }

    private static void change(Site site, String location, String property, String value) {
        site.api()
                .put("/records/Location/" + location, json().put(property, value))
                .ok();
    }
}
