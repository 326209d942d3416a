package org.satchel.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may be whom. This site is Rwinkwavu: under Kigali, with Kirehe and Rusumo as children. */
class GreetingsTest {

    private static final UUID SELF = new UUID(0, 1);
    private static final UUID KIGALI = new UUID(0, 2);
    private static final UUID KIREHE = new UUID(0, 3);
    private static final UUID RUSUMO = new UUID(0, 4);
    private static final UUID GAHARA = new UUID(0, 5);
    private static final UUID LIFE = new UUID(9, 9);
    private static final UUID NEXT_LIFE = new UUID(9, 10);

    private static final long TO_KIGALI = 1;
    private static final long TO_KIREHE = 2;
    private static final long TO_RUSUMO = 3;

    private final LinksInMemory links = new LinksInMemory();
    private final OriginsInMemory origins = new OriginsInMemory();
    private final Greetings greetings = new Greetings(new Rwinkwavu(), links, origins);

    @Test
    void bindsTheFirstSiteThatUsesALink() {
        greet(TO_KIREHE, KIREHE);

        assertThat(links.byId(TO_KIREHE).orElseThrow().neighbour()).isEqualTo(KIREHE);
        assertThat(origins.links()).containsEntry(KIREHE, TO_KIREHE);
    }

    @Test
    void takesTheSameSiteAgain() {
        greet(TO_KIREHE, KIREHE);
        greet(TO_KIREHE, KIREHE);

        assertThat(origins.links()).hasSize(1);
    }

    @Test
    void writesNothingWhenAGreetingSaysWhatIsKnown() {
        greet(TO_KIREHE, KIREHE, site(GAHARA));
        var before = origins.writes;

        greet(TO_KIREHE, KIREHE, site(GAHARA));

        assertThat(origins.writes).isEqualTo(before);
    }

    @Test
    void refusesAnotherSiteOnABoundLink() {
        greet(TO_KIREHE, KIREHE);

        assertRefused(() -> greet(TO_KIREHE, RUSUMO), "belongs to");
        assertThat(links.byId(TO_KIREHE).orElseThrow().neighbour()).isEqualTo(KIREHE);
    }

    @Test
    void refusesASiteThatUsesTwoLinks() {
        greet(TO_KIREHE, KIREHE);

        assertRefused(() -> greet(TO_RUSUMO, KIREHE), "another link");
    }

    @Test
    void refusesItself() {
        assertRefused(() -> greet(TO_KIREHE, SELF), "this site itself");
    }

    @Test
    void refusesACopiedDatabase() {
        greet(TO_KIREHE, KIREHE);

        assertRefused(
                () -> greetings.greet(TO_KIREHE, new Life(KIREHE, new UUID(9, 8), null), "Kirehe", List.of()),
                "restored or copied");
    }

    @Test
    void goesOnWithARestoredDatabaseThatFollowsTheOneBefore() {
        greet(TO_KIREHE, KIREHE);

        greetings.greet(TO_KIREHE, new Life(KIREHE, NEXT_LIFE, LIFE), "Kirehe", List.of());

        assertThat(links.byId(TO_KIREHE).orElseThrow().neighbourIncarnation()).isEqualTo(NEXT_LIFE);
    }

    @Test
    void refusesWhoeverStillClaimsALifeThatIsOver() {
        greet(TO_KIREHE, KIREHE);
        greetings.greet(TO_KIREHE, new Life(KIREHE, NEXT_LIFE, LIFE), "Kirehe", List.of());

        assertRefused(() -> greet(TO_KIREHE, KIREHE), "two databases claim to be it");
        assertThat(links.byId(TO_KIREHE).orElseThrow().neighbourIncarnation()).isEqualTo(NEXT_LIFE);
    }

    @Test
    void letsASiteGoThatAChildAnnouncesNoMore() {
        greet(TO_KIREHE, KIREHE, site(GAHARA));
        greet(TO_KIREHE, KIREHE);

        greet(TO_RUSUMO, RUSUMO, site(GAHARA));

        assertThat(origins.links()).containsEntry(GAHARA, TO_RUSUMO);
        assertThat(origins.former(TO_KIREHE)).containsExactly(GAHARA);
    }

    @Test
    void takesTheSitesBelowAChild() {
        greet(TO_KIREHE, KIREHE, site(GAHARA), site(KIREHE));

        assertThat(origins.links()).containsOnly(Map.entry(KIREHE, TO_KIREHE), Map.entry(GAHARA, TO_KIREHE));
    }

    @Test
    void takesANewNameOver() {
        greet(TO_KIREHE, KIREHE, new OriginSite(GAHARA, "Gahara"));
        greet(TO_KIREHE, KIREHE, new OriginSite(GAHARA, "Gahara II"));

        assertThat(origins.of(TO_KIREHE)).contains(new OriginSite(GAHARA, "Gahara II"));
    }

    @Test
    void refusesASiteThatIsReachedOverAnotherChild() {
        greet(TO_KIREHE, KIREHE, site(GAHARA));

        assertRefused(() -> greet(TO_RUSUMO, RUSUMO, site(GAHARA)), GAHARA + " is reached over another link");
    }

    @Test
    void refusesThisSiteBelowAChild() {
        assertRefused(() -> greet(TO_KIREHE, KIREHE, site(SELF)), "announces this site");
    }

    @Test
    void refusesTheParentBelowAChild() {
        greet(TO_KIGALI, KIGALI);

        assertRefused(() -> greet(TO_KIREHE, KIREHE, site(KIGALI)), "parent");
    }

    @Test
    void refusesAParentThatIsBelow() {
        greet(TO_KIREHE, KIREHE, site(KIGALI));

        assertRefused(() -> greet(TO_KIGALI, KIGALI), "below this site");
    }

    @Test
    void takesNoSitesFromTheParent() {
        greet(TO_KIGALI, KIGALI, site(GAHARA));

        assertThat(origins.links()).isEmpty();
    }

    @Test
    void refusesALinkThatIsNotThere() {
        assertRefused(() -> greet(99, KIREHE), "no link 99");
    }

    private void greet(long link, UUID neighbour, OriginSite... below) {
        greetings.greet(link, new Life(neighbour, LIFE, null), "a neighbour", List.of(below));
    }

    private static OriginSite site(UUID uuid) {
        return new OriginSite(uuid, "a site");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable greeting, String reason) {
        assertThatThrownBy(greeting).isInstanceOf(IdentityTaken.class).hasMessageContaining(reason);
    }

    private static final class Rwinkwavu extends Sites {
        @Override
        public ThisSite self() {
            return new ThisSite(SELF, LIFE, "Rwinkwavu");
        }
    }

    private static final class LinksInMemory extends LinkRows {

        private final Map<Long, Link> rows = new HashMap<>(Map.of(
                TO_KIGALI, link(TO_KIGALI, LinkRole.PARENT, null, null),
                TO_KIREHE, link(TO_KIREHE, LinkRole.CHILD, null, null),
                TO_RUSUMO, link(TO_RUSUMO, LinkRole.CHILD, null, null)));

        @Override
        Optional<Link> byId(long id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        Optional<Link> parent() {
            return byId(TO_KIGALI);
        }

        /** As the unique key does it: a neighbour that another row has is not stored. */
        @Override
        void bind(long id, UUID neighbour, UUID incarnation) {
            if (rows.values().stream().noneMatch(row -> neighbour.equals(row.neighbour()))) {
                rows.put(id, link(id, rows.get(id).role(), neighbour, incarnation));
            }
        }

        private final Map<Long, Set<UUID>> over = new HashMap<>();

        @Override
        Set<UUID> formerIncarnations(long id) {
            return over.getOrDefault(id, Set.of());
        }

        @Override
        void renew(long id, UUID before, UUID incarnation) {
            over.computeIfAbsent(id, i -> new HashSet<>()).add(before);
            var row = rows.get(id);
            rows.put(id, link(id, row.role(), row.neighbour(), incarnation));
        }

        private static Link link(long id, LinkRole role, UUID neighbour, UUID incarnation) {
            var address = role == LinkRole.PARENT ? URI.create("http://kigali.example/api") : null;
            return new Link(
                    id, role, "link " + id, neighbour, incarnation, address, "account", Duration.ZERO, true, 0, 0, 0);
        }
    }

    private static final class OriginsInMemory extends OriginRows {

        private final Map<UUID, OriginSite> sites = new LinkedHashMap<>();
        private final Map<UUID, Long> holders = new HashMap<>();
        private int writes;

        @Override
        Map<UUID, Long> links() {
            return holders;
        }

        @Override
        List<OriginSite> of(long link) {
            var own = new ArrayList<>(sites.values());
            own.removeIf(site -> holders.get(site.uuid()) != link);
            return own;
        }

        private final Map<Long, List<UUID>> former = new HashMap<>();

        @Override
        void release(long link, List<OriginSite> gone) {
            gone.forEach(site -> {
                sites.remove(site.uuid());
                holders.remove(site.uuid(), link);
                former.computeIfAbsent(link, l -> new ArrayList<>()).add(site.uuid());
            });
        }

        @Override
        List<UUID> former(long link) {
            return former.getOrDefault(link, List.of());
        }

        @Override
        void put(long link, List<OriginSite> announced) {
            writes++;
            for (var site : announced) {
                if (holders.computeIfAbsent(site.uuid(), free -> link) == link) {
                    sites.put(site.uuid(), site);
                }
            }
        }
    }
}
