package org.satchel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.satchel.digest.RangeDigest;
import org.satchel.digest.RecordFingerprints;
import org.satchel.digest.RecordFingerprints.RecordFingerprint;
import org.satchel.rules.Outcome;
import org.satchel.site.OriginSite;
import org.satchel.transmission.Acknowledgement;

/** The JSON of docs/protocol.md, part 2, read as strictly as the REST interface reads everything else. */
class ExchangeMessagesTest {

    private static final ObjectMapper STRICT = new ObjectMapper();
    private static final UUID RWINKWAVU = UUID.fromString("2c1f7e0a-5d0b-4f8e-8f6e-6a1d0b7c9e21");
    private static final UUID OTHER = UUID.fromString("7b0f6a5e-43a5-4f0e-9a68-0d6a5c1c2f11");

    @Test
    void aGreetingOfALaterVersionIsUnderstood() throws JsonProcessingException {
        String json = "{\"site\":\"" + RWINKWAVU + "\",\"name\":\"Rwinkwavu\",\"incarnation\":\"" + OTHER
                + "\",\"formats\":[1,2],\"schema\":\"1\",\"region\":\"east\",\"sites\":[{\"uuid\":\"" + RWINKWAVU
                + "\",\"name\":\"Rwinkwavu\",\"size\":3}]}";

        assertThat(STRICT.readValue(json, Greeting.class))
                .isEqualTo(new Greeting(
                        RWINKWAVU,
                        "Rwinkwavu",
                        OTHER,
                        null,
                        null,
                        0,
                        null,
                        0,
                        List.of(1, 2),
                        "1",
                        List.of(new OriginSite(RWINKWAVU, "Rwinkwavu")),
                        List.of()));
    }

    @Test
    void anAcknowledgementOfALaterVersionIsUnderstood() throws JsonProcessingException {
        String json = "{\"transmission\":\"" + OTHER + "\",\"through\":8,\"speed\":1,\"outcomes\":[{\"position\":7,"
                + "\"revision\":\"" + RWINKWAVU + "\",\"result\":\"PARKED\",\"reason\":\"r\",\"since\":1}]}";

        assertThat(STRICT.readValue(json, Acknowledgement.class))
                .isEqualTo(
                        new Acknowledgement(OTHER, 8, List.of(new Outcome(7, RWINKWAVU, Outcome.Result.PARKED, "r"))));
    }

    @Test
    void digestsOfALaterVersionAreUnderstood() throws JsonProcessingException {
        assertThat(STRICT.readValue("{\"count\":0,\"fingerprint\":\"00\",\"bytes\":7}", RangeDigest.class))
                .isEqualTo(new RangeDigest(null, 0, "00"));
        assertThat(STRICT.readValue(
                        "{\"upTo\":\"b\",\"more\":true,\"records\":[{\"uuid\":\"a\",\"fingerprint\":\"01\",\"at\":1}]}",
                        RecordFingerprints.class))
                .isEqualTo(new RecordFingerprints("b", List.of(new RecordFingerprint("a", "01"))));
    }

    @Test
    void whatIsWrittenReadsBackEqual() throws JsonProcessingException {
        Acknowledgement sent =
                new Acknowledgement(OTHER, 8, List.of(new Outcome(7, RWINKWAVU, Outcome.Result.REJECTED, null)));

        assertThat(STRICT.readValue(STRICT.writeValueAsString(sent), Acknowledgement.class))
                .isEqualTo(sent);
    }

    @Test
    void aGreetingWithoutASiteIsRefusedAsJson() {
        assertThatThrownBy(() -> STRICT.readValue("{\"name\":\"x\"}", Greeting.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
