package org.satchel.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodecsTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(String.class, ""),
                Arguments.of(String.class, "null"),
                Arguments.of(String.class, "[null]"),
                Arguments.of(String.class, "a\r\n\u0001\u00e9\uD834\uDD1E\u2028"),
                Arguments.of(boolean.class, true),
                Arguments.of(Byte.class, (byte) -128),
                Arguments.of(int.class, Integer.MIN_VALUE),
                Arguments.of(Long.class, Long.MAX_VALUE),
                Arguments.of(BigInteger.class, BigInteger.TWO.pow(200)),
                Arguments.of(BigDecimal.class, new BigDecimal("12345678901234567890.12345678901234567890")),
                Arguments.of(BigDecimal.class, new BigDecimal("1.00")),
                Arguments.of(Double.class, 0.1 + 0.2),
                Arguments.of(Double.class, Double.MIN_VALUE),
                Arguments.of(Float.class, 0.1f),
                Arguments.of(LocalDate.class, LocalDate.of(2024, 2, 29)),
                Arguments.of(LocalTime.class, LocalTime.MIDNIGHT),
                Arguments.of(LocalDateTime.class, LocalDateTime.of(2026, 3, 31, 0, 0)),
                Arguments.of(Instant.class, Instant.ofEpochMilli(1)),
                Arguments.of(UUID.class, new UUID(1, 2)),
                Arguments.of(Locale.class, Locale.forLanguageTag("sr-Latn-RS")),
                Arguments.of(Class.class, Reason.class),
                Arguments.of(TimeUnit.class, TimeUnit.DAYS),
                Arguments.of(char.class, 'x'),
                Arguments.of(byte[].class, new byte[] {0, -1, 10}));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueSurvivesItsJson(Class<?> type, Object value) throws JsonProcessingException {
        var codec = Codecs.of(type).orElseThrow();
        var sent = JSON.writeValueAsString(codec.write().apply(value));

        assertThat(codec.read(JSON.readTree(sent), Place.of("Zoo"))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.String | 5",
                "java.lang.String | \"\\ud800\"",
                "java.lang.Boolean | \"true\"",
                "java.lang.Boolean | 1",
                "java.lang.Integer | 1.5",
                "java.lang.Integer | 2147483648",
                "java.lang.Integer | 1e999999999",
                "java.lang.Double | 1e400",
                "java.math.BigDecimal | 1e999999999",
                "java.math.BigInteger | 1e999999999",
                "java.time.LocalDate | \"2026-02-30\"",
                "java.time.LocalDateTime | \"2026-02-28T10:00:00Z\"",
                "java.util.Locale | \"\"",
                "java.util.UUID | \"x\"",
                "java.lang.Class | \"no.such.Class\"",
                "java.util.concurrent.TimeUnit | \"days\"",
                "java.lang.Character | \"xy\""
            })
    void refusesWhatWouldNotSurviveAndSaysWhatToGive(Class<?> type, String json) throws JsonProcessingException {
        JsonNode node = JSON.readTree(json);

        assertThatExceptionOfType(RecordRefused.class)
                .isThrownBy(() ->
                        Codecs.of(type).orElseThrow().read(node, Place.of("Zoo").at("animal")))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_VALUE))
                .satisfies(refused -> assertThat(refused.hint()).startsWith("Give "))
                .withMessageStartingWith("Zoo.animal ");
    }

    @Test
    void takesALocaleAsOpenMrsWritesIt() {
        assertThat(Codecs.of(Locale.class).orElseThrow().read(TextNode.valueOf("en_GB"), Place.of("Zoo")))
                .isEqualTo(Locale.UK);
    }
}
