package org.satchel.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;
import org.satchel.wire.Header;
import org.satchel.wire.TransmissionWriter;

/** A child without a server: sends its parent whatever it is told to, also what no Satchel of this version would. */
public final class PlayedChild {

    private final UUID site = UUID.randomUUID();
    private final UUID incarnation = UUID.randomUUID();
    private final Api parent;
    private long position;
    private long made;

    /** Adds it to the parent under that name and says hello. */
    public PlayedChild(Site parent, String name) {
        var credentials = parent.api()
                .post("/links/children", Site.json().put("name", name))
                .ok();
        this.parent = parent.as(
                credentials.path("account").asText(), credentials.path("secret").asText());
        var greeting = Site.json()
                .put("site", site.toString())
                .put("name", name)
                .put("incarnation", incarnation.toString())
                .put("schema", "1");
        greeting.putArray("formats").add(1);
        greeting.putArray("sites").addObject().put("uuid", site.toString()).put("name", name);
        position = this.parent
                .post("/exchange/hello", greeting)
                .ok()
                .path("received")
                .asLong();
        made = position;
    }

    /** A new record of that type. Answers its UUID. */
    public static Change added(String type, Map<String, Object> fields) {
        return new Change(type, UUID.randomUUID().toString(), Operation.ADDED, fields, Map.of());
    }

    /** Sends one change set of that author and answers its revision. */
    public UUID send(String author, Instant at, Change... changes) throws IOException {
        var changeSet = changeSet(author, at, changes);
        send(List.of(changeSet));
        return changeSet.revision();
    }

    /** Makes its next change set, to be sent in the order in which they are made. */
    public ChangeSet changeSet(String author, Instant at, Change... changes) {
        return new ChangeSet(++made, 0, UUID.randomUUID(), site, author, at, List.of(changes), Map.of());
    }

    /** Sends change sets as one transmission and answers the acknowledgement. */
    public JsonNode send(List<ChangeSet> changeSets) throws IOException {
        var bytes = new ByteArrayOutputStream();
        long to = changeSets.get(changeSets.size() - 1).position();
        var header = new Header(UUID.randomUUID(), site, incarnation, position, to, "1", null, List.of());
        try (var writer = new TransmissionWriter(bytes, header)) {
            for (ChangeSet changeSet : changeSets) {
                writer.write(changeSet);
            }
            writer.finish();
        }
        JsonNode answer = parent.send(
                        "POST",
                        "/exchange/transmissions",
                        BodyPublishers.ofByteArray(bytes.toByteArray()),
                        "application/vnd.satchel.transmission")
                .ok();
        position = answer.path("through").asLong();
        return answer;
    }
}
