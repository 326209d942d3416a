package org.satchel.records;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The Java types of basic attributes and their JSON. */
final class Codecs {

    private static final int MAX_DIGITS = 1_000;

    private static final Map<Class<?>, Codec> BY_TYPE = new HashMap<>();

    static {
        put(new Codec("a text", Codecs::text, value -> TextNode.valueOf((String) value), text -> text), String.class);
        put(
                new Codec(
                        "true or false",
                        node -> node.isBoolean() ? node.booleanValue() : null,
                        value -> BooleanNode.valueOf((Boolean) value),
                        Codecs::bool),
                Boolean.class,
                boolean.class);
        put(whole("of 8 bits", BigInteger::byteValueExact), Byte.class, byte.class);
        put(whole("of 16 bits", BigInteger::shortValueExact), Short.class, short.class);
        put(whole("of 32 bits", BigInteger::intValueExact), Integer.class, int.class);
        put(whole("of 64 bits", BigInteger::longValueExact), Long.class, long.class);
        put(
                number(
                        "a whole number",
                        BigDecimal::toBigIntegerExact,
                        value -> DecimalNode.valueOf(new BigDecimal((BigInteger) value))),
                BigInteger.class);
        put(
                number(
                        "a number of at most 1,000 digits",
                        value -> value,
                        value -> DecimalNode.valueOf((BigDecimal) value)),
                BigDecimal.class);
        put(
                number("a number, not beyond 1e308", Codecs::finite, value -> DoubleNode.valueOf((Double) value)),
                Double.class,
                double.class);
        put(
                number(
                        "a number, not beyond 1e308",
                        Codecs::finiteFloat,
                        value -> DecimalNode.valueOf(new BigDecimal(value.toString()))),
                Float.class,
                float.class);
        put(string("an ISO 8601 date such as 2026-03-31", LocalDate::parse), LocalDate.class);
        put(
                text(
                        "an ISO 8601 time such as 13:45:00",
                        LocalTime::parse,
                        value -> ISO_LOCAL_TIME.format((LocalTime) value)),
                LocalTime.class);
        put(
                text(
                        "an ISO 8601 date and time without zone, such as 2026-03-31T13:45:00",
                        LocalDateTime::parse,
                        value -> ISO_LOCAL_DATE_TIME.format((LocalDateTime) value)),
                LocalDateTime.class);
        put(string("an ISO 8601 instant such as 2026-03-31T13:45:00Z", Instant::parse), Instant.class);
        put(string("an ISO 8601 date and time with offset", OffsetDateTime::parse), OffsetDateTime.class);
        put(string("an ISO 8601 date and time with zone", ZonedDateTime::parse), ZonedDateTime.class);
        put(string("an ISO 8601 duration such as PT15M", Duration::parse), Duration.class);
        put(string("a time zone such as Africa/Kigali", ZoneId::of), ZoneId.class);
        put(string("a UUID", UUID::fromString), UUID.class);
        put(string("an ISO 4217 currency such as RWF", Currency::getInstance), Currency.class);
        put(string("a single character", Codecs::character), Character.class, char.class);
        put(
                text("a language tag such as en-GB", Codecs::locale, value -> ((Locale) value).toLanguageTag()),
                Locale.class);
        put(
                text("the name of a class of this deployment", Codecs::type, value -> ((Class<?>) value).getName()),
                Class.class);
        put(
                new Codec(
                        "Base64",
                        node -> node.isTextual() ? Base64.getDecoder().decode(node.textValue()) : null,
                        value -> BinaryNode.valueOf((byte[]) value),
                        Base64.getDecoder()::decode),
                byte[].class);
    }

    private Codecs() {}

    static Optional<Codec> of(Class<?> type) {
        return type.isEnum() ? Optional.of(enumeration(type)) : Optional.ofNullable(BY_TYPE.get(type));
    }

    private static void put(Codec codec, Class<?>... types) {
        for (var type : types) {
            BY_TYPE.put(type, codec);
        }
    }

    private static Codec string(String expected, Function<String, Object> parse) {
        return text(expected, parse, Object::toString);
    }

    private static Codec text(String expected, Function<String, Object> parse, Function<Object, String> print) {
        return new Codec(
                expected,
                node -> node.isTextual() ? parse.apply(node.textValue()) : null,
                value -> TextNode.valueOf(print.apply(value)),
                parse);
    }

    private static Codec number(
            String expected, Function<BigDecimal, Object> narrow, Function<Object, JsonNode> write) {
        return new Codec(
                expected,
                node -> node.isNumber() ? narrow.apply(sane(node.decimalValue())) : null,
                write,
                text -> narrow.apply(sane(new BigDecimal(text))));
    }

    private static Codec whole(String bits, Function<BigInteger, Object> narrow) {
        return number(
                "a whole number " + bits,
                value -> narrow.apply(value.toBigIntegerExact()),
                value -> LongNode.valueOf(((Number) value).longValue()));
    }

    private static Codec enumeration(Class<?> type) {
        Function<String, Object> parse = name -> {
            for (var constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            return null;
        };
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        return text("one of " + String.join(", ", names), parse, value -> ((Enum<?>) value).name());
    }

    /** Half a surrogate pair has no UTF-8 form: the database would keep a question mark instead. */
    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        var text = node.textValue();
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                ? null
                : text;
    }

    private static Boolean bool(String text) {
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }

    /** A few characters such as 1e999999999 can stand for a number that fills the memory once it is written out. */
    private static BigDecimal sane(BigDecimal value) {
        if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw new ArithmeticException("too many digits");
        }
        return value;
    }

    private static Double finite(BigDecimal value) {
        double narrowed = value.doubleValue();
        if (!Double.isFinite(narrowed)) {
            throw new ArithmeticException("too large for a double");
        }
        return narrowed;
    }

    private static Float finiteFloat(BigDecimal value) {
        float narrowed = value.floatValue();
        if (!Float.isFinite(narrowed)) {
            throw new ArithmeticException("too large for a float");
        }
        return narrowed;
    }

    private static Character character(String text) {
        return text.length() == 1 ? text.charAt(0) : null;
    }

    private static Locale locale(String tag) {
        if (tag.isEmpty()) {
            throw new IllformedLocaleException("empty");
        }
        return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
