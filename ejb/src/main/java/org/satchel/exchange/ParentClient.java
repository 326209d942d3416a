package org.satchel.exchange;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.satchel.digest.Comparison;
import org.satchel.digest.RangeDigest;
import org.satchel.digest.RecordFingerprints;
import org.satchel.digest.RecordRange;
import org.satchel.rules.Mark;
import org.satchel.rules.RecordName;
import org.satchel.site.Link;
import org.satchel.transmission.Acknowledgement;
import org.satchel.transmission.OutgoingTransmission;
import org.satchel.transmission.Reconciliations.Resumed;
import org.satchel.transmission.Reconciliations.Resumption;

/**
 * The child's side of the line: one method for each request of docs/protocol.md. Thread-safe. A failure names the parent's address, what
 * was asked and what to do.
 */
final class ParentClient implements Comparison.Parent {

    static final String STREAM = "application/vnd.satchel.transmission";
    static final String POSITION = "Satchel-Position";
    static final String CHAIN = "Satchel-Chain";
    private static final String JSON_TYPE = "application/json";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** As long as the parent may take to apply a whole transmission. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

    /** A line may fall silent in the middle of an answer. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final HttpResponse.BodyHandler<InputStream> PATIENTLY =
            answer -> HttpResponse.BodySubscribers.mapping(
                    HttpResponse.BodySubscribers.ofInputStream(), in -> new PatientStream(in, SILENCE));

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    private final URI address;
    private final String authorization;

    ParentClient(Link parent, String secret) {
        this.address = parent.address();
        var credentials = (parent.account() + ":" + secret).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    Greeting.Answer greet(Greeting greeting) {
        var answer = send(post("/exchange/hello", JSON_TYPE, json(greeting)), PATIENTLY);
        return read(answer, Greeting.Answer.class);
    }

    Acknowledgement push(OutgoingTransmission transmission) throws IOException {
        var body = HttpRequest.BodyPublishers.ofFile(transmission.spool().file());
        var answer = send(post("/exchange/transmissions", STREAM, body), PATIENTLY);
        return read(answer, Acknowledgement.class);
    }

    /**
     * What the parent has next.
     *
     * @param stream the transmission, to be closed by the caller; null if the parent has nothing for this site
     * @param position without a stream, the parent's position up to which it has nothing
     * @param chain what stands for the parent's journal up to that position; null if it did not say
     */
    record Pulled(InputStream stream, long position, UUID chain) {}

    /** @param mark what stands for the parent's journal as this site knows it; null if unknown */
    Pulled pull(long after, Mark mark) {
        var known = mark != null && mark.position() == after ? "&chain=" + mark.chain() : "";
        var answer = get("/exchange/transmissions?after=" + after + known);
        return answer.statusCode() == 204
                ? new Pulled(
                        null,
                        answer.headers().firstValueAsLong(POSITION).orElse(after),
                        answer.headers().firstValue(CHAIN).map(UUID::fromString).orElse(null))
                : new Pulled(answer.body(), after, null);
    }

    void acknowledge(Acknowledgement acknowledgement) {
        send(post("/exchange/acknowledgements", JSON_TYPE, json(acknowledgement)), PATIENTLY);
    }

    /** Tells the parent what is parked here, and learns what is parked there. */
    ParkedNotices exchangeParked(ParkedNotices here) {
        var answer = send(post("/exchange/parked", JSON_TYPE, json(here)), PATIENTLY);
        return read(answer, ParkedNotices.class);
    }

    /** Asks the parent to tell records again. */
    void ask(List<RecordName> records) {
        send(post("/exchange/restatements", JSON_TYPE, json(records)), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** A part of the parent's journal after the position: UUIDs in order. */
    List<UUID> journal(long after) {
        return List.of(read(get("/exchange/journal?after=" + after), UUID[].class));
    }

    /** Says where both go on after the journals were compared. */
    Resumed resume(Resumption from) {
        var answer =
                send(post("/exchange/resumption", JSON_TYPE, json(from)), HttpResponse.BodyHandlers.ofInputStream());
        return read(answer, Resumed.class);
    }

    @Override
    public List<RangeDigest> ranges(String type, String after) {
        return List.of(read(get("/exchange/digests" + query(new RecordRange(type, after, null))), RangeDigest[].class));
    }

    @Override
    public RecordFingerprints records(RecordRange range) {
        return read(get("/exchange/fingerprints" + query(range)), RecordFingerprints.class);
    }

    private static String query(RecordRange range) {
        return "?type=" + encoded(range.type())
                + (range.after() == null ? "" : "&after=" + encoded(range.after()))
                + (range.upTo() == null ? "" : "&upTo=" + encoded(range.upTo()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Waits until the parent has something after the position; false if nothing came for a while. */
    boolean news(long after) {
        var request = request("/exchange/news?after=" + after)
                .timeout(News.PATIENCE.plusSeconds(15))
                .GET()
                .build();
        return send(request, PATIENTLY).statusCode() == 200;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", authorization);
    }

    private HttpResponse<InputStream> get(String path) {
        return send(request(path).timeout(ANSWER_TIMEOUT).GET().build(), PATIENTLY);
    }

    private HttpRequest post(String path, String type, HttpRequest.BodyPublisher body) {
        return request(path)
                .header("Content-Type", type)
                .timeout(ANSWER_TIMEOUT)
                .POST(body)
                .build();
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalStateException("a message of the protocol cannot be written as JSON", e);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request, HttpResponse.BodyHandler<InputStream> handler) {
        try {
            var answer = HTTP.send(request, handler);
            if (answer.statusCode() >= 300) {
                throw refusal(request, answer);
            }
            return answer;
        } catch (ConnectException e) {
            throw ExchangeFailed.line(
                    "no connection to " + address + "; is the parent running, and the address right?", e);
        } catch (HttpTimeoutException e) {
            throw ExchangeFailed.line("no answer from " + address + " in time", e);
        } catch (IOException e) {
            throw ExchangeFailed.line("the line to " + address + " broke: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ExchangeFailed.line("stopped while waiting for " + address, e);
        }
    }

    private ExchangeFailed refusal(HttpRequest request, HttpResponse<InputStream> answer) throws IOException {
        var what = "the parent answered " + answer.statusCode() + " to "
                + request.uri().getPath();
        try (var body = answer.body()) {
            JsonNode problem = JSON.readTree(body);
            return ExchangeFailed.refusal(
                    what + ": "
                            + problem.path("detail")
                                    .asText(problem.path("title").asText("")) + " "
                            + problem.path("hint").asText(""),
                    problem.path("retryable").asBoolean(true));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return ExchangeFailed.refusal(what + " without saying why; is " + address + " a Satchel site?", true);
        }
    }

    private <T> T read(HttpResponse<InputStream> answer, Class<T> type) {
        try (var body = answer.body()) {
            return JSON.readValue(body, type);
        } catch (IOException e) {
            throw ExchangeFailed.line("the answer of " + address + " was cut off or is not of this protocol", e);
        }
    }
}
