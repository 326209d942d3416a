package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.satchel.world.Site.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.wire.Header;
import org.satchel.wire.TransmissionWriter;
import org.satchel.world.Api;
import org.satchel.world.Site;
import org.satchel.world.World;

/** A child that sends nonsense: refused with the reason, and nothing of it is applied. */
class BadStreamIT {

    private static final UUID CHILD = UUID.randomUUID();
    private static final UUID INCARNATION = UUID.randomUUID();

    private static Site parent;
    private static Api child;
    private static long received;

    @BeforeAll
    static void greet() {
        parent = World.shared().kigali();
        var credentials = parent.api()
                .post("/links/children", json().put("name", "Nonsense " + CHILD))
                .ok();
        child = parent.as(
                credentials.path("account").asText(), credentials.path("secret").asText());
        var greeting = json().put("site", CHILD.toString())
                .put("name", "Nonsense")
                .put("incarnation", INCARNATION.toString())
                .put("schema", "1");
        greeting.putArray("formats").add(1);
        greeting.putArray("sites").addObject().put("uuid", CHILD.toString()).put("name", "Nonsense");
        received = child.post("/exchange/hello", greeting).ok().path("received").asLong();
    }

    @Test
    void refusesWhatIsNoStream() {
        refused("no stream".getBytes(StandardCharsets.UTF_8), 400, "not-a-stream");
    }

    @Test
    void refusesATruncatedStream() throws IOException {
        var whole = stream(CHILD, received, changeSet(CHILD));
        refused(Arrays.copyOf(whole, whole.length / 2), 400, "truncated");
    }

    @Test
    void refusesAWrongChecksum() throws IOException {
        var text = new String(
                new GZIPInputStream(new ByteArrayInputStream(stream(CHILD, received, changeSet(CHILD)))).readAllBytes(),
                StandardCharsets.UTF_8);
        var changed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(changed)) {
            gzip.write(text.replace("Forged", "Bogus!").getBytes(StandardCharsets.UTF_8));
        }
        refused(changed.toByteArray(), 400, "checksum");
    }

    @Test
    void refusesAnotherSitesTransmission() throws IOException {
        refused(stream(UUID.randomUUID(), received, changeSet(CHILD)), 403, "not-this-site");
    }

    @Test
    void refusesAChangeSetOfASiteThatIsNotBelowTheChild() throws IOException {
        refused(stream(CHILD, received, changeSet(parent.uuid())), 403, "foreign-origin");
    }

    @Test
    void refusesAGap() throws IOException {
        refused(stream(CHILD, received + 100, changeSet(CHILD, received + 101)), 409, "gap");
    }

    @Test
    void refusesAnotherSiteWithTheSameCredentials() {
        var greeting = json().put("site", UUID.randomUUID().toString())
                .put("name", "Twin")
                .put("incarnation", INCARNATION.toString())
                .put("schema", "1");
        greeting.putArray("formats").add(1);
        greeting.putArray("sites");
        var answer = child.post("/exchange/hello", greeting);
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.body().path("type").asText()).endsWith("identity-taken");
    }

    @Test
    void refusesAChildThatSpeaksNoFormatOfThisSite() {
        var greeting = json().put("site", CHILD.toString())
                .put("name", "Nonsense")
                .put("incarnation", INCARNATION.toString())
                .put("schema", "1");
        greeting.putArray("formats").add(99);
        greeting.putArray("sites");
        assertThat(child.post("/exchange/hello", greeting).status()).isEqualTo(409);
    }

    @Test
    void parksAnUnknownTypeAndTakesTheRest() throws IOException {
        var position = received + 1;
        var unknown = new ChangeSet(
                position,
                0,
                UUID.randomUUID(),
                CHILD,
                "somebody",
                Instant.EPOCH,
                List.of(new Change("Unicorn", UUID.randomUUID().toString(), Operation.ADDED, Map.of(), Map.of())),
                Map.of());
        var good = changeSet(CHILD, position + 1);
        var answer = send(stream(CHILD, received, unknown, good)).ok();
        received = answer.path("through").asLong();
        assertThat(answer.path("outcomes")).hasSize(1);
        assertThat(answer.path("outcomes").get(0).path("result").asText()).isEqualTo("PARKED");
        assertThat(parent.api()
                        .get("/records/Location/" + good.changes().get(0).uuid())
                        .status())
                .isEqualTo(200);
        assertThat(parent.api().get("/parked").ok().toString())
                .contains(unknown.revision().toString())
                .contains("Unicorn");
    }

    private static void refused(byte[] stream, int status, String type) {
        long before = revisions();
        var answer = send(stream);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().path("type").asText()).endsWith(":" + type);
        assertThat(answer.body().path("detail").asText()).isNotBlank();
        assertThat(revisions()).isEqualTo(before);
        assertThat(parent.api()
                        .get("/records/Location?name=Forged")
                        .ok()
                        .path("total")
                        .asLong())
                .isZero();
    }

    private static long revisions() {
        return parent.api().get("/history?size=1").ok().path("total").asLong();
    }

    private static Api.Answer send(byte[] stream) {
        return child.send(
                "POST",
                "/exchange/transmissions",
                BodyPublishers.ofByteArray(stream),
                "application/vnd.satchel.transmission");
    }

    private static ChangeSet changeSet(UUID origin) {
        return changeSet(origin, received + 1, "Forged");
    }

    private static ChangeSet changeSet(UUID origin, long position) {
        return changeSet(origin, position, "Sound");
    }

    private static ChangeSet changeSet(UUID origin, long position, String name) {
        Map<String, Object> fields = Map.of(
                "name",
                name,
                "retired",
                false,
                "creator",
                "5a7c4e10-0000-4000-8000-000000000002",
                "dateCreated",
                "2026-11-24T10:00:00");
        var change = new Change("Location", UUID.randomUUID().toString(), Operation.ADDED, fields, Map.of());
        return new ChangeSet(
                position, 0, UUID.randomUUID(), origin, "somebody", Instant.EPOCH, List.of(change), Map.of());
    }

    private static byte[] stream(UUID site, long from, ChangeSet... changeSets) throws IOException {
        var bytes = new ByteArrayOutputStream();
        long to = changeSets[changeSets.length - 1].position();
        try (var writer = new TransmissionWriter(
                bytes, new Header(UUID.randomUUID(), site, INCARNATION, from, to, "1", null, List.of()))) {
            for (ChangeSet changeSet : changeSets) {
                writer.write(changeSet);
            }
            writer.finish();
        }
        return bytes.toByteArray();
    }
}
