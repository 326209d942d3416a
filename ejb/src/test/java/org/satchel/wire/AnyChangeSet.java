package org.satchel.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.satchel.change.Change;
import org.satchel.change.ChangeSet;
import org.satchel.change.ElementChange;
import org.satchel.change.Operation;

/** Change sets of every shape, with text of every plane. */
class AnyChangeSet extends DomainContextBase {

    @Provide
    Arbitrary<ChangeSet> changeSets() {
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(1),
                        Arbitraries.longs().greaterOrEqual(0),
                        uuids(),
                        uuids(),
                        text(),
                        instants(),
                        changes(),
                        extra())
                .as(ChangeSet::new);
    }

    private static Arbitrary<List<Change>> changes() {
        Arbitrary<Map<String, Object>> fields = map(values());
        Arbitrary<Map<String, List<ElementChange>>> elements =
                Arbitraries.maps(text(), elements().list().ofMaxSize(3)).ofMaxSize(2);
        return Combinators.combine(text(), text(), Arbitraries.of(Operation.class), fields, elements)
                .as(Change::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<ElementChange> elements() {
        Arbitrary<Object> element = Arbitraries.oneOf(values(), map(values()).map(m -> (Object) m));
        return Combinators.combine(Arbitraries.of(true, false), values(), element)
                .as(ElementChange::new);
    }

    private static Arbitrary<Map<String, Object>> extra() {
        Arbitrary<Object> known = values().filter(value -> value != null);
        Arbitrary<Object> lists = values().list().ofMaxSize(3).map(list -> (Object) list);
        Arbitrary<Object> maps = map(Arbitraries.oneOf(values(), lists)).map(m -> (Object) m);
        return map(Arbitraries.oneOf(known, lists, maps)).map(members -> {
            Map<String, Object> prefixed = new HashMap<>();
            members.forEach((name, value) -> prefixed.put("x-" + name, value));
            return prefixed;
        });
    }

    private static Arbitrary<Map<String, Object>> map(Arbitrary<Object> values) {
        return Arbitraries.maps(text(), values).ofMaxSize(4);
    }

    /** Every wire value. */
    static Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                Arbitraries.just(null),
                text().map(value -> (Object) value),
                Arbitraries.of(true, false).map(value -> (Object) value),
                Arbitraries.longs().map(value -> (Object) value),
                decimals().map(value -> (Object) value));
    }

    private static Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigInteger> digits =
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(65).negate(), BigInteger.TEN.pow(65));
        return Combinators.combine(digits, Arbitraries.integers().between(-400, 400))
                .as(BigDecimal::new);
    }

    /** Strings of code points of all planes, without surrogates, and those that tempt a careless encoder. */
    static Arbitrary<String> text() {
        Arbitrary<Integer> low = Arbitraries.integers().between(0, 0xD7FF);
        Arbitrary<Integer> high = Arbitraries.integers().between(0xE000, 0x10FFFF);
        Arbitrary<Integer> awkward =
                Arbitraries.of(0, 1, 9, 10, 13, 0x22, 0x5C, 0x7F, 0x80, 0x2028, 0xFEFF, 0xFFFE, 0xFFFF);
        Arbitrary<String> any = Arbitraries.oneOf(low, high, awkward)
                .array(Integer[].class)
                .ofMaxSize(12)
                .map(points -> new String(
                        Arrays.stream(points).mapToInt(Integer::intValue).toArray(), 0, points.length));
        return Arbitraries.oneOf(
                any, Arbitraries.of("", "[null]", "null", "\u2028", "a".repeat(9000), "\uD83D\uDC1D".repeat(4000)));
    }

    private static Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(-100_000_000_000L, 250_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as((seconds, nanos) -> Instant.ofEpochSecond(seconds, nanos));
    }
}
