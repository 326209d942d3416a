package org.satchel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.satchel.rules.Conflict;
import org.satchel.rules.Policy;
import org.satchel.rules.Slot;
import org.satchel.rules.SlotEdit;
import org.satchel.simulator.ContractSites.Edit;

/** What a store must make of the rules. The same for the one in memory, which the simulator drives, and for the one that ships. */
public abstract class WorkspaceContract {

    private static final String ROOT = "Kigali";
    private static final String EAST = "Rwinkwavu";
    private static final String WEST = "Kirehe";
    private static final String UNDER_WEST = "Rusumo";
    private static final List<String> ALL = List.of(ROOT, EAST, WEST, UNDER_WEST);

    private static final String LION = "6f1c2d3e-0000-4000-8000-000000000001";
    private static final String CAGE = "6f1c2d3e-0000-4000-8000-000000000002";
    private static final String OTHER = "6f1c2d3e-0000-4000-8000-000000000003";

    private ContractSites sites;

    protected abstract ContractSites sites() throws Exception;

    @BeforeEach
    void fourSites() throws Exception {
        sites = sites();
        sites.create(ROOT, null);
        sites.create(EAST, ROOT);
        sites.create(WEST, ROOT);
        sites.create(UNDER_WEST, WEST);
    }

    @AfterEach
    void close() {
        sites.close();
    }

    @Test
    void whatIsMadeAnywhereIsEverywhere() {
        sites.edit(UNDER_WEST, Edit.add("Cage", CAGE, Map.of("label", "A")), animal(LION, "Leo", CAGE));
        exchangeAll();

        for (String site : ALL) {
            assertThat(sites.value(site, "Animal", LION, "name")).isEqualTo("Leo");
            assertThat(sites.value(site, "Animal", LION, "cage")).isEqualTo(CAGE);
        }
    }

    /** Replayed as it comes, each of two siblings would end with the other's value. */
    @Test
    void siblingsWhoEditedTheSameFieldEndEqual() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.edit(EAST, Edit.modify("Cage", CAGE, Map.of("label", "east")));
        sites.edit(WEST, Edit.modify("Cage", CAGE, Map.of("label", "west")));
        exchangeAll();

        assertEverywhere("Cage", CAGE, "label", "west");
        assertThat(sites.conflicts(ROOT)).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(Conflict.Kind.EDITED);
            assertThat(conflict.uuid()).isEqualTo(CAGE);
            assertThat(conflict.slot().name()).isEqualTo("label");
        });
    }

    @Test
    void editsOfDifferentFieldsBothStand() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")), animal(LION, "Leo", null));
        sites.edit(EAST, Edit.modify("Animal", LION, Map.of("name", "Leon")));
        sites.edit(UNDER_WEST, Edit.modify("Animal", LION, Map.of("cage", CAGE)));
        exchangeAll();

        assertEverywhere("Animal", LION, "name", "Leon");
        assertEverywhere("Animal", LION, "cage", CAGE);
        assertThat(sites.conflicts(ROOT)).isEmpty();
    }

    @Test
    void whoHasSeenTheValueMakesNoConflict() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.edit(EAST, Edit.modify("Cage", CAGE, Map.of("label", "B")));
        exchangeAll();
        sites.edit(UNDER_WEST, Edit.modify("Cage", CAGE, Map.of("label", "C")));
        exchangeAll();

        assertEverywhere("Cage", CAGE, "label", "C");
        ALL.forEach(site -> assertThat(sites.conflicts(site)).isEmpty());
    }

    /** Who has seen what came ahead has not seen what stands before it. */
    @Test
    void whatComesAheadDoesNotPassForAllBeforeIt() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")), animal(LION, "Leo", null));
        sites.edit(ROOT, Edit.modify("Animal", LION, Map.of("name", "root")));
        sites.edit(ROOT, Edit.modify("Cage", CAGE, Map.of("label", "B")));
        sites.sendAhead(ROOT, WEST);
        assertThat(sites.value(WEST, "Cage", CAGE, "label")).isEqualTo("B");
        assertThat(sites.value(WEST, "Animal", LION, "name")).isEqualTo("Leo");

        sites.exchange(UNDER_WEST, WEST);
        sites.edit(UNDER_WEST, Edit.modify("Animal", LION, Map.of("name", "under")));
        sites.exchange(UNDER_WEST, WEST);
        exchangeAll();

        assertEverywhere("Cage", CAGE, "label", "B");
        assertEverywhere("Animal", LION, "name", "under");
        assertThat(sites.conflicts(ROOT)).singleElement().satisfies(conflict -> {
            assertThat(conflict.uuid()).isEqualTo(LION);
            assertThat(conflict.lost().value()).isEqualTo("root");
        });
    }

    @Test
    void whatCameAheadOfAChildIsKnownInItsPlace() {
        everywhere(animal(LION, "Leo", null));
        sites.edit(UNDER_WEST, Edit.modify("Animal", LION, Map.of("name", "Leon")));
        sites.edit(UNDER_WEST, Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.sendAhead(UNDER_WEST, WEST);
        sites.sendAhead(UNDER_WEST, WEST);
        assertThat(sites.exists(WEST, "Cage", CAGE)).isTrue();
        assertThat(sites.value(WEST, "Animal", LION, "name")).isEqualTo("Leo");

        exchangeAll();
        assertEverywhere("Animal", LION, "name", "Leon");
        assertEverywhere("Cage", CAGE, "label", "A");
        ALL.forEach(site -> assertThat(sites.conflicts(site)).isEmpty());
    }

    @Test
    void aPendingEditIsNotOverwrittenByAnOlderOneOfTheParent() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.edit(ROOT, Edit.modify("Cage", CAGE, Map.of("label", "root")));
        sites.edit(UNDER_WEST, Edit.modify("Cage", CAGE, Map.of("label", "mine")));
        sites.exchange(WEST, ROOT);
        sites.exchange(UNDER_WEST, WEST);

        assertThat(sites.value(UNDER_WEST, "Cage", CAGE, "label")).isEqualTo("mine");
        exchangeAll();
        assertEverywhere("Cage", CAGE, "label", "mine");
    }

    @Test
    void underParentWinsTheParentsValueIsToldAgain() {
        sites.policy(ROOT, "Cage", Policy.PARENT_WINS);
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.edit(ROOT, Edit.modify("Cage", CAGE, Map.of("label", "root")));
        sites.edit(UNDER_WEST, Edit.modify("Cage", CAGE, Map.of("label", "mine")));
        sites.exchange(UNDER_WEST, WEST);
        exchangeAll();

        assertEverywhere("Cage", CAGE, "label", "root");
        assertThat(sites.conflicts(ROOT)).hasSize(1);
    }

    @Test
    void aDeletionBeatsAnEditAndTheEditIsListed() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.edit(ROOT, Edit.delete("Cage", CAGE));
        sites.edit(EAST, Edit.modify("Cage", CAGE, Map.of("label", "east")));
        exchangeAll();

        ALL.forEach(site -> assertThat(sites.exists(site, "Cage", CAGE)).isFalse());
        assertThat(sites.conflicts(ROOT))
                .anySatisfy(conflict -> assertThat(conflict.kind()).isEqualTo(Conflict.Kind.DELETED));
    }

    @Test
    void aDeletionThatCouldNotKnowOfAReferenceGivesWay() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")), animal(LION, "Leo", null));
        sites.edit(ROOT, Edit.modify("Animal", LION, Map.of("cage", CAGE)));
        sites.edit(UNDER_WEST, Edit.delete("Cage", CAGE));
        exchangeAll();

        assertEverywhere("Cage", CAGE, "label", "A");
        assertEverywhere("Animal", LION, "cage", CAGE);
    }

    @Test
    void ofTwoWithOneUniqueNameTheOneThatTheParentHasKeepsIt() {
        sites.edit(EAST, Edit.add("Keeper", LION, Map.of("name", "Marie")));
        sites.edit(WEST, Edit.add("Keeper", OTHER, Map.of("name", "Marie")));
        exchangeAll();

        assertEverywhere("Keeper", LION, "name", "Marie");
        var substitute = sites.value(ROOT, "Keeper", OTHER, "name");
        assertThat(substitute).asString().startsWith("Marie").isNotEqualTo("Marie");
        assertEverywhere("Keeper", OTHER, "name", substitute);
        assertThat(sites.conflicts(ROOT))
                .anySatisfy(conflict -> assertThat(conflict.kind()).isEqualTo(Conflict.Kind.UNIQUE));
    }

    @Test
    void whatLacksItsReferenceWaitsAndOnlyWhatDependsOnIt() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.edit(ROOT, Edit.delete("Cage", CAGE));
        sites.edit(EAST, animal(LION, "Leo", CAGE));
        sites.edit(EAST, Edit.modify("Animal", LION, Map.of("name", "Leon")));
        sites.edit(EAST, Edit.add("Keeper", OTHER, Map.of("name", "Marie")));
        sites.exchange(EAST, ROOT);

        assertThat(sites.parked(ROOT)).hasSize(2);
        assertThat(sites.exists(ROOT, "Keeper", OTHER)).isTrue();
    }

    @Test
    void aRejectionReturnsTheSenderToTheTruthAndIsListed() {
        whatLacksItsReferenceWaitsAndOnlyWhatDependsOnIt();
        while (!sites.parked(ROOT).isEmpty()) {
            sites.reject(ROOT, sites.parked(ROOT).get(0));
        }
        exchangeAll();

        for (String site : ALL) {
            assertThat(sites.exists(site, "Animal", LION)).isFalse();
            assertThat(sites.exists(site, "Cage", CAGE)).isFalse();
            assertThat(sites.parked(site)).isEmpty();
        }
        assertThat(sites.conflicts(ROOT))
                .anySatisfy(conflict -> assertThat(conflict.kind()).isEqualTo(Conflict.Kind.REJECTED));
    }

    @Test
    void whatWaitedIsTriedAgainOnceItFits() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.edit(EAST, animal(LION, "Leo", CAGE));
        sites.edit(ROOT, Edit.delete("Cage", CAGE));
        sites.exchange(EAST, ROOT);
        assertThat(sites.parked(EAST)).as("the deletion").hasSize(1);
        sites.edit(EAST, Edit.modify("Animal", LION, nothing("cage")));
        exchangeAll();

        for (String site : ALL) {
            assertThat(sites.parked(site)).isEmpty();
            assertThat(sites.exists(site, "Cage", CAGE)).isFalse();
            assertThat(sites.value(site, "Animal", LION, "name")).isEqualTo("Leo");
        }
    }

    @Test
    void whatArrivesTwiceCountsOnce() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.edit(EAST, Edit.modify("Cage", CAGE, Map.of("label", "B")));
        sites.exchange(EAST, ROOT);
        sites.edit(ROOT, Edit.modify("Cage", CAGE, Map.of("label", "C")));
        sites.repeat(EAST, ROOT);
        exchangeAll();

        assertEverywhere("Cage", CAGE, "label", "C");
        ALL.forEach(site -> assertThat(sites.conflicts(site)).isEmpty());
    }

    @Test
    void elementsOfSetsAndEntriesOfMapsMeetOnlyTheirOwn() {
        everywhere(Edit.add(
                "Holder",
                LION,
                Map.of("words", Set.of("a", "b"), "properties", Map.of("k", "1"), "queue", List.of("x"))));
        sites.edit(EAST, Edit.modify("Holder", LION, Map.of("words", Set.of("a", "b", "c"))));
        sites.edit(
                WEST,
                Edit.modify("Holder", LION, Map.of("words", Set.of("b"), "properties", Map.of("k", "1", "l", "2"))));
        sites.edit(ROOT, Edit.modify("Holder", LION, Map.of("properties", Map.of("k", "3"))));
        exchangeAll();

        assertEverywhere("Holder", LION, "words", Set.of("b", "c"));
        assertEverywhere("Holder", LION, "properties", Map.of("k", "3", "l", "2"));
        assertThat(sites.conflicts(ROOT)).isEmpty();
    }

    @Test
    void aListTravelsWholeSoThatTwoEditsOfItMeet() {
        everywhere(Edit.add("Holder", LION, Map.of("queue", List.of("x"))));
        sites.edit(EAST, Edit.modify("Holder", LION, Map.of("queue", List.of("x", "east"))));
        sites.edit(WEST, Edit.modify("Holder", LION, Map.of("queue", List.of())));
        exchangeAll();

        assertEverywhere("Holder", LION, "queue", List.of());
        assertThat(sites.conflicts(ROOT)).hasSize(1);
    }

    @Test
    void recordsThatSwapAUniqueValueInOneTransactionDoNotClash() {
        everywhere(
                Edit.add("Keeper", LION, Map.of("name", "Marie")), Edit.add("Keeper", OTHER, Map.of("name", "Paul")));
        sites.edit(UNDER_WEST, Edit.modify("Keeper", LION, nothing("name")));
        sites.edit(UNDER_WEST, Edit.modify("Keeper", OTHER, Map.of("name", "Marie")));
        sites.edit(UNDER_WEST, Edit.modify("Keeper", LION, Map.of("name", "Paul")));
        exchangeAll();

        assertEverywhere("Keeper", LION, "name", "Paul");
        assertEverywhere("Keeper", OTHER, "name", "Marie");
        ALL.forEach(site -> assertThat(sites.conflicts(site)).isEmpty());
    }

    @Test
    void whatARestoredParentLostGoesUpAgain() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.backup(ROOT);
        sites.edit(EAST, Edit.modify("Cage", CAGE, Map.of("label", "B")));
        sites.edit(UNDER_WEST, Edit.add("Keeper", OTHER, Map.of("name", "Marie")));
        sites.edit(ROOT, animal(LION, "Leo", null));
        exchangeAll();

        sites.restore(ROOT);
        sites.edit(ROOT, Edit.modify("Cage", CAGE, Map.of("label", "since")));
        assertThat(sites.exists(ROOT, "Animal", LION)).isFalse();
        sites.reconcile(EAST, ROOT);
        sites.reconcile(WEST, ROOT);
        exchangeAll();

        assertEverywhere("Keeper", OTHER, "name", "Marie");
        assertEverywhere("Animal", LION, "name", "Leo");
        assertEverywhere("Cage", CAGE, "label", "B");
        assertThat(sites.conflicts(ROOT)).singleElement().satisfies(conflict -> assertThat(conflict.lost())
                .isEqualTo(SlotEdit.put(Slot.whole("label"), "since")));
    }

    @Test
    void aRestoredChildGetsBackWhatItHadSent() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")), animal(LION, "Leo", null));
        sites.backup(WEST);
        sites.edit(WEST, Edit.modify("Cage", CAGE, Map.of("label", "B")));
        sites.edit(UNDER_WEST, Edit.add("Keeper", OTHER, Map.of("name", "Marie")));
        exchangeAll();

        sites.restore(WEST);
        sites.edit(WEST, Edit.modify("Animal", LION, Map.of("name", "Leon")));
        assertThat(sites.exists(WEST, "Keeper", OTHER)).isFalse();
        sites.reconcile(WEST, ROOT);
        sites.reconcile(UNDER_WEST, WEST);
        exchangeAll();

        assertEverywhere("Cage", CAGE, "label", "B");
        assertEverywhere("Keeper", OTHER, "name", "Marie");
        assertEverywhere("Animal", LION, "name", "Leon");
        ALL.forEach(site -> assertThat(sites.conflicts(site)).isEmpty());
    }

    /** Another site may have all of it. */
    @Test
    void whatIsHereInPartAndTheParentLostIsListedAndNotSentUp() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")), animal(LION, "Leo", null));
        sites.backup(ROOT);
        sites.edit(ROOT, Edit.modify("Animal", LION, Map.of("name", "root", "cage", CAGE)));
        sites.edit(EAST, Edit.modify("Animal", LION, Map.of("name", "east")));
        sites.exchange(EAST, ROOT);
        assertThat(sites.value(EAST, "Animal", LION, "cage")).isEqualTo(CAGE);

        sites.restore(ROOT);
        sites.reconcile(EAST, ROOT);
        exchangeAll();

        assertEverywhere("Animal", LION, "name", "east");
        assertThat(sites.value(ROOT, "Animal", LION, "cage")).isNull();
        assertThat(sites.conflicts(EAST)).extracting(Conflict::slot).contains(Slot.whole("cage"));
    }

    @Test
    void whatWaitsAtBothIsPlacedAgainAndSettles() {
        everywhere(Edit.add("Cage", CAGE, Map.of("label", "A")));
        sites.edit(EAST, animal(LION, "Leo", CAGE));
        sites.edit(ROOT, Edit.delete("Cage", CAGE));
        sites.exchange(EAST, ROOT);
        var there = sites.parked(ROOT);
        var here = sites.parked(EAST);
        assertThat(there).as("the animal").hasSize(1);
        assertThat(here).as("the deletion").hasSize(1);

        sites.reconcile(EAST, ROOT);
        exchangeAll();
        assertThat(sites.parked(ROOT)).isEqualTo(there);
        assertThat(sites.parked(EAST)).isEqualTo(here);
        sites.edit(EAST, Edit.modify("Animal", LION, nothing("cage")));
        exchangeAll();

        for (String site : ALL) {
            assertThat(sites.parked(site)).isEmpty();
            assertThat(sites.exists(site, "Cage", CAGE)).isFalse();
            assertThat(sites.value(site, "Animal", LION, "name")).isEqualTo("Leo");
        }
    }

    private static Edit animal(String uuid, String name, String cage) {
        return Edit.add("Animal", uuid, cage == null ? Map.of("name", name) : Map.of("name", name, "cage", cage));
    }

    private static Map<String, Object> nothing(String field) {
        var fields = new java.util.HashMap<String, Object>();
        fields.put(field, null);
        return fields;
    }

    private void everywhere(Edit... edits) {
        sites.edit(ROOT, edits);
        exchangeAll();
    }

    /** Often enough for everything to reach everyone. */
    private void exchangeAll() {
        for (int i = 0; i < 3; i++) {
            sites.exchange(EAST, ROOT);
            sites.exchange(UNDER_WEST, WEST);
            sites.exchange(WEST, ROOT);
            sites.exchange(UNDER_WEST, WEST);
        }
    }

    private void assertEverywhere(String type, String uuid, String field, Object value) {
        for (String site : ALL) {
            assertThat(sites.value(site, type, uuid, field))
                    .as("%s at %s", field, site)
                    .isEqualTo(value);
        }
    }
}
