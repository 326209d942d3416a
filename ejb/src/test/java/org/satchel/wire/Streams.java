package org.satchel.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;

/** Streams and change sets for tests. */
final class Streams {

    static final UUID TRANSMISSION = UUID.fromString("7b0f6a5e-43a5-4f0e-9a68-0d6a5c1c2f11");
    static final UUID RWINKWAVU = UUID.fromString("2c1f7e0a-5d0b-4f8e-8f6e-6a1d0b7c9e21");
    static final UUID INCARNATION = UUID.fromString("f4a1c9d2-0b1e-4c57-b2c3-91d0e8a7f631");
    static final UUID REVISION = UUID.fromString("0d9c3a44-1111-4b7a-8c55-3f2e1d0c9b8a");
    static final Instant AT = Instant.parse("2026-11-24T08:15:30.123456Z");

    private Streams() {}

    static Header header(long from, long to) {
        return new Header(TRANSMISSION, RWINKWAVU, INCARNATION, from, to, "1", null, List.of());
    }

    static ChangeSet tiny(long position) {
        Change change =
                new Change("Location", "8d6c993e-c2cc-11de-8d13-0010c6dffd0f", Operation.DELETED, Map.of(), Map.of());
        return new ChangeSet(
                position, 0, new UUID(0x4000, position), RWINKWAVU, "admin", AT, List.of(change), Map.of());
    }

    static ChangeSet with(Change... changes) {
        return new ChangeSet(1, 0, REVISION, RWINKWAVU, "admin", AT, List.of(changes), Map.of());
    }

    static ChangeSet withField(Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("field", value);
        return with(new Change("Zoo", "u", Operation.MODIFIED, fields, Map.of()));
    }

    /** One of everything. */
    static ChangeSet rich(long position) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("givenName", "Am\u00e9lie \uD83D\uDC1D");
        name.put("middleName", null);
        name.put("prefix", "");
        name.put("person", "a1b2c3d4-0000-1111-2222-333344445555");
        name.put("preferred", true);
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("valueNumeric", new BigDecimal("1.10"));
        observation.put("valueWhole", new BigDecimal("5"));
        observation.put("valueCount", Long.MIN_VALUE);
        observation.put("valueText", "[null]\n\t\"\\ \u0001 \u2028");
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("code", "B");
        part.put("weight", new BigDecimal("1E+3"));
        Map<String, List<ElementChange>> elements = new LinkedHashMap<>();
        elements.put("tags", List.of(new ElementChange(true, null, "new"), new ElementChange(false, null, "old")));
        elements.put("parts", List.of(new ElementChange(true, 0L, part), new ElementChange(true, "k", null)));
        return new ChangeSet(
                position,
                0,
                REVISION,
                RWINKWAVU,
                "clerk",
                AT,
                List.of(
                        new Change(
                                "PersonName", "5f3c1b2a-aaaa-bbbb-cccc-ddddeeeeffff", Operation.ADDED, name, Map.of()),
                        new Change(
                                "Obs",
                                "5f3c1b2a-0000-bbbb-cccc-ddddeeeeffff",
                                Operation.MODIFIED,
                                observation,
                                elements),
                        new Change(
                                "Location",
                                "167ce20c-4785-4285-9119-d197268f7f4a",
                                Operation.DELETED,
                                Map.of(),
                                Map.of())),
                Map.of("until", 17L, "note", List.of("x", Map.of("y", false))));
    }

    static byte[] write(Header header, List<ChangeSet> changeSets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TransmissionWriter writer = new TransmissionWriter(out, header)) {
            for (ChangeSet changeSet : changeSets) {
                writer.write(changeSet);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static List<ChangeSet> read(byte[] stream) throws IOException {
        return read(stream, Limits.DEFAULT);
    }

    static List<ChangeSet> read(byte[] stream, Limits limits) throws IOException {
        List<ChangeSet> changeSets = new ArrayList<>();
        try (TransmissionReader reader = new TransmissionReader(new ByteArrayInputStream(stream), limits)) {
            for (ChangeSet next = reader.next(); next != null; next = reader.next()) {
                changeSets.add(next);
            }
        }
        return changeSets;
    }

    static byte[] zip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] unzip(byte[] stream) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(stream))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream of the lines, compressed, with the trailer that is right for them. */
    static byte[] sealed(String... lines) {
        byte[] body = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return zip(concat(body, trailer(lines.length - 1, body)));
    }

    static byte[] trailer(long count, byte[] body) {
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            return ("{\"count\":" + count + ",\"sha256\":\"" + sha256 + "\"}\n").getBytes(StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
