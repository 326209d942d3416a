package org.satchel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.satchel.digest.RangeDigests;
import org.satchel.ingest.Restatements;
import org.satchel.ingest.ZooIngest;
import org.satchel.rules.RecordName;
import org.satchel.site.Database;
import org.satchel.site.Link;
import org.satchel.site.LinkRole;
import org.satchel.transmission.Comparisons;
import org.satchel.zoo.Zoo;
import org.satchel.zoo.ZooSite;

/** The rounds of a comparison with a parent that has no record at all, or cannot tell: what is asked for, and when it ends. */
class RecordComparisonTest {

    private static final long PARENT = 2;
    private static final RecordName CAPTURED = new RecordName("Keeper", "k-captured");
    private static final RecordName LEGACY = new RecordName("Keeper", "k-legacy");

    private static ZooSite site;

    private HttpServer server;
    private int status = 200;
    private Link parent;
    private ParentClient client;
    private Comparisons comparisons;
    private Restatements restatements;
    private RecordComparison comparison;

    @BeforeAll
    static void open() throws Exception {
        site = new ZooSite();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void aSiteWithAParent() throws Exception {
        site.empty();
        site.run("insert into satchel_link (id, role, name, account) values (2, 'PARENT', 'above', 'above')");
        site.change(session -> {
            var keeper = new Zoo.Keeper();
            keeper.uuid = CAPTURED.uuid();
            session.persist(keeper);
        });
        site.run("update satchel_revision set parent_position = 1");
        site.run("insert into Keeper (uuid) values ('k-legacy')");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/exchange/digests", "[{\"count\":0,\"fingerprint\":\"" + "0".repeat(64) + "\"}]");
        answer("/exchange/fingerprints", "{\"records\":[]}");
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        parent = new Link(PARENT, LinkRole.PARENT, "above", null, null, address, "above", Duration.ZERO, true, 0, 0, 0);
        client = new ParentClient(parent, "secret");
        var database = site.wire(new Database(), Map.of());
        comparisons = site.wire(new Comparisons(), Map.of(Database.class, () -> database));
        restatements = new ZooIngest(site).restatements();
        var digests = site.wire(new RangeDigests(), Map.of());
        comparison = site.wire(
                new RecordComparison(),
                Map.of(
                        RangeDigests.class, () -> digests,
                        Comparisons.class, () -> comparisons,
                        Restatements.class, () -> restatements));
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatNoRevisionTellsOfIsLeftAlone() throws Exception {
        comparisons.begin(PARENT);

        round();

        assertThat(restatements.wanted(PARENT)).containsExactly(CAPTURED);
        assertThat(left()).isEqualTo(4);
    }

    @Test
    void whatIsLeftAloneLetsTheComparisonEnd() throws Exception {
        site.run("delete from Keeper where uuid = 'k-captured'");
        comparisons.begin(PARENT);

        round();

        assertThat(restatements.wanted(PARENT)).isEmpty();
        assertThat(left()).isZero();
    }

    @Test
    void aPersonAsksForEverythingInEachRound() throws Exception {
        comparisons.ask(PARENT);

        for (int rounds = 5; rounds > 0; rounds--) {
            assertThat(left()).isEqualTo(rounds);
            round();
            assertThat(restatements.wanted(PARENT)).containsExactlyInAnyOrder(CAPTURED, LEGACY);
            restatements.asked(PARENT, List.of(CAPTURED, LEGACY));
        }
        assertThat(comparisons.due(PARENT)).isEmpty();
    }

    @Test
    void whoAsksWhileARoundIsMadeGetsAllRounds() throws Exception {
        comparisons.begin(PARENT);
        var running = comparison.due(PARENT).orElseThrow();
        var ranges = comparison.ranges(parent, client).orElseThrow();

        comparisons.ask(PARENT);
        comparison.end(parent, client, ranges, running);

        assertThat(restatements.wanted(PARENT)).containsExactly(CAPTURED);
        assertThat(comparison.due(PARENT)).hasValueSatisfying(next -> {
            assertThat(next.asked()).isTrue();
            assertThat(next.isFirst()).isTrue();
        });
    }

    @Test
    void aReconciliationTakesNoRequestBack() throws Exception {
        comparisons.ask(PARENT);
        comparisons.begin(PARENT);
        assertThat(comparison.due(PARENT))
                .hasValueSatisfying(round -> assertThat(round.asked()).isTrue());

        site.run("delete from Keeper");
        round();
        comparisons.begin(PARENT);

        assertThat(comparison.due(PARENT))
                .hasValueSatisfying(round -> assertThat(round.asked()).isFalse());
    }

    @Test
    void aParentThatCannotCompareIsAskedLater() throws Exception {
        comparisons.begin(PARENT);
        status = 404;

        assertThat(comparison.ranges(parent, client)).isEmpty();

        assertThat(comparison.due(PARENT)).isEmpty();
        assertThat(left()).isEqualTo(5);
        assertThat(comparisons.postpone(PARENT)).as("is new").isFalse();
        site.run("update satchel_link set comparison_not_before = now(3) - interval 1 second where id = 2");
        assertThat(comparison.due(PARENT)).isPresent();
    }

    @Test
    void anotherFailureOfTheParentIsOne() throws Exception {
        comparisons.begin(PARENT);
        status = 503;

        assertThatThrownBy(() -> comparison.ranges(parent, client)).isInstanceOf(ExchangeFailed.class);
        assertThat(comparison.due(PARENT)).isPresent();
    }

    private void round() throws Exception {
        var due = comparison.due(PARENT).orElseThrow();
        comparison.end(parent, client, comparison.ranges(parent, client).orElseThrow(), due);
    }

    private static long left() throws Exception {
        return site.number("select comparisons_left from satchel_link where id = 2");
    }
}
