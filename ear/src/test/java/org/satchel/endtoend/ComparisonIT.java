package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.world.Backup;
import org.satchel.world.Site;
import org.satchel.world.Waiting;
import org.satchel.world.World;

/** What the journals do not tell, because something went past them, is found by comparing the records and becomes what the parent has. */
class ComparisonIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final World world = World.shared();
    private final Site kigali = world.kigali();
    private final Site child = world.rwinkwavu();

    @Test
    void whatSqlDidAtTheChildIsRepaired() {
        var changed = location("changed by SQL");
        var gone = location("deleted by SQL");
        var role = role("repaired", "read", "write");
        World.awaitEqual(SOON, kigali, child);
        child.update("update location set description = 'past the application' where uuid = ?", changed);
        child.update("delete from location where uuid = ?", gone);
        child.update("delete from role_privilege where role = ? and privilege = 'read'", role);
        child.update(
                "insert into role_privilege (role, privilege) select ?, privilege from privilege where"
                        + " privilege = 'delete'",
                role);
        var made = locationBySql(child);

        compare(child);

        World.awaitEqual(SOON, kigali, child);
        child.await("Location", changed, "description", null, SOON);
        assertThat(child.api().get("/records/Location/" + gone).status()).isEqualTo(200);
        assertThat(child.api().get("/records/Location/" + made).status()).isEqualTo(404);
        awaitNoneDue(child);
        assertThat(ListedConflict.of(kigali, changed)).isEmpty();
    }

    @Test
    void whatAClerkDidAndTheParentDoesNotHaveYetGoesUp() {
        var edited = location("edited while away");
        World.awaitEqual(SOON, kigali, child);
        child.connect(kigali, false);
        child.api()
                .put("/records/Location/" + edited, json().put("description", "by the clerk"))
                .ok();
        var fresh = UUID.randomUUID().toString();
        child.api()
                .post("/records/Location", json().put("uuid", fresh).put("name", "made while away"))
                .ok();
        child.update("update location set address1 = 'past the application' where uuid = ?", edited);
        compare(child);

        child.connect(kigali, true);

        kigali.await("Location", edited, "description", "by the clerk", SOON);
        kigali.await("Location", fresh, "name", "made while away", SOON);
        World.awaitEqual(SOON, kigali, child);
        child.await("Location", edited, "description", "by the clerk", SOON);
        child.await("Location", edited, "address1", null, SOON);
        awaitNoneDue(child);
    }

    @Test
    void aRestoredDatabaseIsComparedByItself() throws Exception {
        var drifted = location("drifted before the backup");
        World.awaitEqual(SOON, kigali, child);
        child.update("update location set description = 'past the application' where uuid = ?", drifted);
        var backup = Backup.of(child);
        var later = location("made after the backup");
        child.await("Location", later, "name", "made after the backup", SOON);
        // Up to here the child has sent something that its backup does not have.
        child.api()
                .put("/records/Location/" + later, json().put("description", "lost in the crash"))
                .ok();
        kigali.await("Location", later, "description", "lost in the crash", SOON);

        backup.restore();

        World.awaitEqual(SOON, kigali, child);
        child.await("Location", drifted, "description", null, SOON);
        awaitNoneDue(child);
    }

    @Test
    void whatNoRevisionTellsOfSurvivesTheFirstLinkUntilAPersonAsks() {
        var known = location("known to the parent");
        try (Site fresh = world.fresh("Nyagatare")) {
            var legacy = locationBySql(fresh);
            fresh.update("update person set gender = 'F' where person_id = 1");
            var captured = UUID.randomUUID().toString();
            fresh.api()
                    .post("/records/Location", json().put("uuid", captured).put("name", "captured"))
                    .ok();

            // What an earlier run of its server said stands there too.
            int before = logOf(fresh).length();

            fresh.linkTo(kigali);

            fresh.await("Location", known, "name", "known to the parent", SOON);
            kigali.await("Location", captured, "name", "captured", SOON);
            Waiting.until("the first comparison has ended", SOON, () -> logOf(fresh)
                    .substring(before)
                    .contains("SATCHEL1208"));
            awaitNoneDue(fresh);
            assertThat(logOf(fresh).substring(before))
                    .containsOnlyOnce("SATCHEL1207")
                    .contains("{Location=1, Person=1}");
            assertThat(fresh.api().get("/records/Location/" + legacy).status()).isEqualTo(200);
            assertThat(fresh.query("select 1 from person where person_id = 1 and gender = 'F'"))
                    .hasSize(1);

            compare(fresh);

            World.awaitEqual(SOON, kigali, fresh);
            assertThat(fresh.api().get("/records/Location/" + legacy).status()).isEqualTo(404);
            awaitNoneDue(fresh);
        }
    }

    @Test
    void whatWaitsIsLeftAloneAndComparedAgainOnceAPersonHasSettledIt() {
        var unknown = locationBySql(child);
        var within = UUID.randomUUID().toString();
        child.api()
                .post(
                        "/records/Location",
                        json().put("uuid", within).put("name", "within").put("parentLocation", unknown))
                .ok();
        Waiting.until("the parent waits for what it does not know", SOON, () -> kigali.parked() > 0);

        compare(child);

        Waiting.until(
                "the child has compared once",
                SOON,
                () -> child.query("select 1 from satchel_link where comparisons_left = 4")
                                .size()
                        > 0);
        assertThat(child.api().get("/records/Location/" + within).status()).isEqualTo(200);
        assertThat(child.api().get("/records/Location/" + unknown).status()).isEqualTo(200);

        kigali.api()
                .post("/records/Location", json().put("uuid", unknown).put("name", "known at last"))
                .ok();

        World.awaitSettled(SOON, kigali, child);
        child.await("Location", unknown, "name", "known at last", SOON);
        kigali.await("Location", within, "name", "within", SOON);
        awaitNoneDue(child);
    }

    @Test
    void theChildCompares() {
        long link = kigali.link(child).path("id").asLong();

        assertThat(kigali.api().post("/links/" + link + "/compare").status()).isEqualTo(409);
    }

    private void compare(Site site) {
        site.api()
                .post("/links/" + site.link(kigali).path("id").asLong() + "/compare")
                .ok();
    }

    private static void awaitNoneDue(Site site) {
        Waiting.until(
                "no comparison is due", SOON, () -> site.query("select 1 from satchel_link where comparisons_left > 0")
                        .isEmpty());
    }

    private static String logOf(Site site) {
        try {
            return Files.readString(site.server().log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String locationBySql(Site site) {
        var uuid = UUID.randomUUID().toString();
        site.update(
                "insert into location (location_id, name, creator, date_created, uuid)"
                        + " select greatest(2000000000, coalesce(max(location_id), 0) + 1), 'made by SQL', 1, now(), ? from location",
                uuid);
        return uuid;
    }

    private String location(String name) {
        return create("Location", json().put("name", name));
    }

    /** Answers its name, which is its key. */
    private String role(String name, String... privileges) {
        var role = json().put("role", name);
        var list = role.putArray("privileges");
        for (String privilege : privileges) {
            list.add(create("Privilege", json().put("privilege", privilege)));
        }
        create("Privilege", json().put("privilege", "delete"));
        create("Role", role);
        return name;
    }

    private String create(String type, ObjectNode record) {
        var uuid = UUID.randomUUID().toString();
        kigali.api().post("/records/" + type, record.put("uuid", uuid)).ok();
        return uuid;
    }
}
