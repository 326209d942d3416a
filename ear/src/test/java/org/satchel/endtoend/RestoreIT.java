package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.world.Backup;
import org.satchel.world.Site;
import org.satchel.world.Waiting;
import org.satchel.world.World;

/**
 * A database that is an older state of itself is found at the first exchange, gets back what it had already sent, and overwrites nothing. A
 * site that moves to another parent keeps what it has not yet sent.
 */
class RestoreIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final World world = World.shared();

    @Test
    void aChildThatWasRestoredGetsBackWhatItHadSentAndSendsWhatItDidSince() throws Exception {
        var kigali = world.kigali();
        var child = world.rwinkwavu();
        var kept = location(child, "Kept");
        kigali.await("Location", kept, "name", "Kept", SOON);
        World.awaitEqual(SOON, kigali, child);
        var backup = Backup.of(child);
        var lost = location(child, "Lost in the crash");
        change(child, kept, "description", "written after the backup");
        kigali.await("Location", lost, "name", "Lost in the crash", SOON);
        kigali.await("Location", kept, "description", "written after the backup", SOON);
        var life = incarnation(child);

        backup.restore();
        var fresh = location(child, "Made after the restore");

        child.await("Location", lost, "name", "Lost in the crash", SOON);
        child.await("Location", kept, "description", "written after the backup", SOON);
        kigali.await("Location", fresh, "name", "Made after the restore", SOON);
        assertThat(incarnation(child)).isNotEqualTo(life);
        World.awaitEqual(SOON, kigali, child);
    }

    @Test
    void aParentThatWasRestoredGetsBackWhatItsChildrenHaveOfIt() throws Exception {
        var kigali = world.kigali();
        var child = world.rwinkwavu();
        var other = world.kirehe();
        var kept = location(kigali, "Kept at the parent");
        child.await("Location", kept, "name", "Kept at the parent", SOON);
        World.awaitEqual(SOON, kigali, child, other);
        var backup = Backup.of(kigali);
        var lost = location(kigali, "Lost at the parent");
        var childs = location(child, "Of the child");
        child.await("Location", lost, "name", "Lost at the parent", SOON);
        other.await("Location", childs, "name", "Of the child", SOON);
        World.awaitEqual(SOON, kigali, child, other);

        backup.restore();
        var fresh = location(kigali, "Made after the restore of the parent");

        kigali.await("Location", lost, "name", "Lost at the parent", SOON);
        kigali.await("Location", childs, "name", "Of the child", SOON);
        child.await("Location", fresh, "name", "Made after the restore of the parent", SOON);
        other.await("Location", fresh, "name", "Made after the restore of the parent", SOON);
        World.awaitEqual(SOON, kigali, child, other);
    }

    @Test
    void aSiteMovesToAnotherParentWithWhatItHasNotYetSent() {
        var kigali = world.kigali();
        var before = world.kirehe();
        var after = world.rwinkwavu();
        var rusumo = world.rusumo();
        var sent = location(rusumo, "Sent before the move");
        after.await("Location", sent, "name", "Sent before the move", SOON);
        enable(rusumo, before, false);
        var unsent = location(rusumo, "Not sent before the move");
        change(rusumo, sent, "description", "changed before the move");

        release(before, before.link(rusumo).path("id").asLong());
        long there = move(rusumo, after);

        kigali.await("Location", unsent, "name", "Not sent before the move", SOON);
        before.await("Location", sent, "description", "changed before the move", SOON);
        World.awaitEqual(SOON, kigali, before, after, rusumo);

        release(after, there);
        move(rusumo, before);
        World.awaitEqual(SOON, kigali, before, after, rusumo);
    }

    private static String location(Site site, String name) {
        var uuid = UUID.randomUUID().toString();
        site.api()
                .post("/records/Location", json().put("uuid", uuid).put("name", name))
                .ok();
        return uuid;
    }

    private static void change(Site site, String uuid, String property, String value) {
        site.api().put("/records/Location/" + uuid, json().put(property, value)).ok();
    }

    private static String incarnation(Site site) {
        return site.api().get("/site").ok().path("incarnation").asText();
    }

    private static void enable(Site site, Site parent, boolean enabled) {
        site.api()
                .put(
                        "/links/" + site.link(parent).path("id").asLong(),
                        json().put("interval", "PT0S").put("enabled", enabled))
                .ok();
    }

    private static void release(Site parent, long child) {
        parent.api().post("/links/" + child + "/release").ok();
    }

    /** Answers the id of the parent's link to the site. */
    private static long move(Site site, Site parent) {
        var credentials = parent.api()
                .post("/links/children", json().put("name", site.name() + " " + UUID.randomUUID()))
                .ok();
        var link = json().put("name", parent.name()).put("address", parent.address() + "/api");
        link.put("account", credentials.path("account").asText());
        link.put("secret", credentials.path("secret").asText());
        var moved = site.api().put("/links/parent", link).ok();
        site.api()
                .put(
                        "/links/" + moved.path("id").asLong(),
                        json().put("interval", "PT0S").put("enabled", true))
                .ok();
        Waiting.until(
                site.name() + " is linked to " + parent.name(),
                SOON,
                () -> site.link(parent).path("state").asText().equals("UP_TO_DATE"));
        return credentials.path("id").asLong();
    }
}
