package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.world.Site;
import org.satchel.world.World;

/** A change made at one site arrives, whole and once, at the others. */
class TravelIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final World world = World.shared();

    @Test
    void carriesACreationAChangeAndADeletionFromTheChildToTheParent() {
        createChangeDelete(world.rwinkwavu(), world.kigali());
    }

    @Test
    void carriesACreationAChangeAndADeletionFromTheParentToTheChild() {
        createChangeDelete(world.kigali(), world.rwinkwavu());
    }

    private static void createChangeDelete(Site here, Site there) {
        there.uuid();
        var uuid = UUID.randomUUID().toString();
        here.api()
                .post(
                        "/records/Location",
                        json().put("uuid", uuid).put("name", "Maternity").put("description", "first"))
                .ok();
        there.await("Location", uuid, "description", "first", SOON);
        here.api()
                .put("/records/Location/" + uuid, json().put("description", "second"))
                .ok();
        there.await("Location", uuid, "description", "second", SOON);
        here.api().delete("/records/Location/" + uuid).ok();
        org.satchel.world.Waiting.until(
                "the location is gone at " + there.name(),
                SOON,
                () -> there.api().get("/records/Location/" + uuid).status() == 404);
        World.awaitEqual(SOON, here, there);
        assertThat(here.api().get("/records/Location/" + uuid).status()).isEqualTo(404);
    }
}
