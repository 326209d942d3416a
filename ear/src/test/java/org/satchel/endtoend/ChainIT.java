package org.satchel.endtoend;

import static org.satchel.world.Site.json;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.world.World;

/** Three levels by configuration alone: Kigali is the root, Kirehe its child, Rusumo under Kirehe. */
class ChainIT {

    private static final Duration SOON = Duration.ofSeconds(30);

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
}
