package org.satchel.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.Operation;

/** Prints how many change rows a second one thread encodes, verifies and decodes; run by hand. */
final class WireBenchmark {

    private static final int CHANGE_SETS = 2_000;
    private static final int ROWS = 50;
    private static final int ROUNDS = 8;

    private WireBenchmark() {}

    public static void main(String[] args) throws IOException {
        List<ChangeSet> changeSets = observations();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            byte[] stream = encode(changeSets);
            long encoded = System.nanoTime();
            TransmissionReader.verify(new ByteArrayInputStream(stream));
            long decoded = System.nanoTime();
            System.out.printf(
                    "encode %,d rows/s, decode %,d rows/s, %.1f bytes a row (%.1f before compression)%n",
                    rate(encoded - start),
                    rate(decoded - encoded),
                    (double) stream.length / CHANGE_SETS / ROWS,
                    (double) Streams.unzip(stream).length / CHANGE_SETS / ROWS);
        }
    }

    private static byte[] encode(List<ChangeSet> changeSets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 << 20);
        try (TransmissionWriter writer = new TransmissionWriter(out, Streams.header(0, changeSets.size()))) {
            changeSets.forEach(writer::write);
            writer.finish();
        }
        return out.toByteArray();
    }

    private static long rate(long nanos) {
        return CHANGE_SETS * ROWS * 1_000_000_000L / nanos;
    }

    /** Observations as a clinic makes them: mostly references and a number. */
    private static List<ChangeSet> observations() {
        Random random = new Random(1);
        List<String> concepts = uuids(random, 40);
        List<ChangeSet> changeSets = new ArrayList<>();
        for (int position = 1; position <= CHANGE_SETS; position++) {
            List<String> context = uuids(random, 3);
            List<Change> changes = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                changes.add(observation(random, concepts, context, row));
            }
            UUID revision = new UUID(random.nextLong(), random.nextLong());
            changeSets.add(
                    new ChangeSet(position, 0, revision, Streams.RWINKWAVU, "clerk", Streams.AT, changes, Map.of()));
        }
        return changeSets;
    }

    private static Change observation(Random random, List<String> concepts, List<String> context, int row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("concept", concepts.get(random.nextInt(concepts.size())));
        fields.put("creator", context.get(2));
        fields.put("dateCreated", "2026-11-24T08:15:" + (10 + row));
        fields.put("encounter", context.get(1));
        fields.put("obsDatetime", "2026-11-24T08:00:00");
        fields.put("person", context.get(0));
        fields.put("valueNumeric", BigDecimal.valueOf(random.nextInt(20_000), 1));
        fields.put("voided", false);
        return new Change("Obs", uuids(random, 1).get(0), Operation.ADDED, fields, Map.of());
    }

    private static List<String> uuids(Random random, int count) {
        List<String> uuids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            uuids.add(new UUID(random.nextLong(), random.nextLong()).toString());
        }
        return uuids;
    }
}
