package org.satchel.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.satchel.rules.Settled;

/** The header as the first line; its first member, {@code satchel}, says at once what this is. */
final class HeaderCodec {

    private UUID transmission;
    private UUID site;
    private UUID incarnation;
    private Long from;
    private Long to;
    private String schema;
    private UUID last;
    private List<Settled> settled;
    private Boolean ahead;

    private HeaderCodec() {}

    static void encode(Json json, Header header, LineBuffer line) throws IOException {
        try (JsonGenerator out = json.generator(line)) {
            out.writeStartObject();
            out.writeNumberField(Members.FORMAT, header.format());
            out.writeStringField(Members.TRANSMISSION, header.transmission().toString());
            out.writeStringField(Members.SITE, header.site().toString());
            out.writeStringField(Members.INCARNATION, header.incarnation().toString());
            out.writeNumberField(Members.FROM, header.from());
            out.writeNumberField(Members.TO, header.to());
            out.writeStringField(Members.SCHEMA, Values.whole(header.schema()));
            if (header.last() != null) {
                out.writeStringField(Members.LAST, header.last().toString());
            }
            if (!header.settled().isEmpty()) {
                encode(out, header.settled());
            }
            if (header.ahead()) {
                out.writeBooleanField(Members.AHEAD, true);
            }
            out.writeEndObject();
        }
    }

    private static void encode(JsonGenerator out, List<Settled> runs) throws IOException {
        out.writeArrayFieldStart(Members.SETTLED);
        for (Settled run : runs) {
            out.writeArray(new long[] {run.child(), run.parent(), run.count()}, 0, 3);
        }
        out.writeEndArray();
    }

    static Header decode(JsonLine in) throws IOException {
        in.startObject();
        if (!Members.FORMAT.equals(in.nextName())) {
            throw new WireException(WireCode.NOT_A_STREAM, 1, "the first line is not the header of a transmission");
        }
        long format = in.number(Members.FORMAT);
        if (format != Header.FORMAT) {
            throw new WireException(
                    WireCode.UNKNOWN_FORMAT, 1, "format " + format + " came, this site reads " + Header.FORMAT);
        }
        HeaderCodec codec = new HeaderCodec();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            codec.take(in, name);
        }
        return codec.header(in);
    }

    private void take(JsonLine in, String name) throws IOException {
        switch (name) {
            case Members.TRANSMISSION -> transmission = in.once(transmission, in.uuid(name), name);
            case Members.SITE -> site = in.once(site, in.uuid(name), name);
            case Members.INCARNATION -> incarnation = in.once(incarnation, in.uuid(name), name);
            case Members.FROM -> from = in.once(from, in.number(name), name);
            case Members.TO -> to = in.once(to, in.number(name), name);
            case Members.SCHEMA -> schema = in.once(schema, in.string(name), name);
            case Members.LAST -> last = in.once(last, in.uuid(name), name);
            case Members.SETTLED -> settled = in.once(settled, runs(in), name);
            case Members.AHEAD -> ahead = in.once(ahead, in.bool(name), name);
            default -> in.skip();
        }
    }

    private static List<Settled> runs(JsonLine in) throws IOException {
        var runs = new ArrayList<Settled>();
        in.startArray(Members.SETTLED);
        while (in.nextArray()) {
            long child = in.number(Members.SETTLED);
            long parent = in.number(Members.SETTLED);
            long count = in.number(Members.SETTLED);
            in.endArray();
            in.require(child > 0 && parent > 0 && count > 0, "a settled run has a number below 1");
            runs.add(new Settled(child, parent, count));
        }
        return runs;
    }

    private Header header(JsonLine in) throws WireException {
        in.require(
                in.present(from, Members.FROM) <= in.present(to, Members.TO), Members.FROM + " is after " + Members.TO);
        return new Header(
                Header.FORMAT,
                in.present(transmission, Members.TRANSMISSION),
                in.present(site, Members.SITE),
                in.present(incarnation, Members.INCARNATION),
                from,
                to,
                in.present(schema, Members.SCHEMA),
                last,
                settled == null ? List.of() : settled,
                ahead != null && ahead);
    }
}
