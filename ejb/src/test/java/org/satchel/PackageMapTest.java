package org.satchel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.model.LastEdit;
import org.satchel.model.SentAhead;
import org.satchel.records.RecordStamps;

@AnalyzeClasses(packages = "org.satchel", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageMapTest {

    private static final String CLOCKS = "org.satchel.site.Clocks";

    @ArchTest
    static void everyPackageStandsInTheMap(JavaClasses imported) {
        Set<String> found = imported.stream()
                .map(type -> type.getPackageName()
                        .substring(PackageMap.ROOT.length())
                        .split("\\.")[0])
                .collect(Collectors.toSet());

        assertThat(PackageMap.all())
                .as("packages in the table of ARCHITECTURE.md")
                .containsAll(found);
    }

    @ArchTest
    static void everyPackageImportsOnlyThoseAboveIt(JavaClasses imported) {
        var engine = PackageMap.engine();
        for (int i = 0; i < engine.size() - 1; i++) {
            String[] below = engine.subList(i + 1, engine.size()).stream()
                    .map(PackageMapTest::inside)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(inside(engine.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(below)
                    .allowEmptyShould(true)
                    .check(imported);
        }
    }

    @ArchTest
    static void theEngineDoesNotKnowTheClinic(JavaClasses imported) {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside(PackageMap.CLINIC))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside(PackageMap.CLINIC))
                .allowEmptyShould(true)
                .check(imported);
    }

    @ArchTest
    static void theClinicDoesNotKnowTheEngine(JavaClasses imported) {
        String[] engine =
                PackageMap.engine().stream().map(PackageMapTest::inside).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(inside(PackageMap.CLINIC))
                .should()
                .dependOnClassesThat(resideInAnyPackage(engine)
                        .and(not(belongTo(equivalentTo(RecordStamps.class))))
                        .and(not(equivalentTo(LastEdit.class)))
                        .and(not(equivalentTo(SentAhead.class))))
                .because(
                        "the engine takes any application's entities; RecordStamps, LastEdit and SentAhead are its doors for them")
                .allowEmptyShould(true)
                .check(imported);
    }

    @ArchTest
    static void noPackagesDependOnEachOther(JavaClasses imported) {
        slices().matching(PackageMap.ROOT + "(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(imported);
    }

    @ArchTest
    static void timeAndIdentityAreInjected(JavaClasses imported) {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CLOCKS)
                .should()
                .accessTargetWhere(
                        describe("the system's clock or random UUIDs", PackageMapTest::readsClockOrMakesIdentity))
                .because(
                        "a simulator must be able to say what time it is and what comes next; inject InstantSource or Uuids")
                .check(imported);
    }

    @ArchTest
    static void classesAreNamedForWhatTheyAre(JavaClasses imported) {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
                .check(imported);
    }

    private static boolean readsClockOrMakesIdentity(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        boolean plain = !access.getTarget().getFullName().contains("Clock)");
        return owner.isEquivalentTo(UUID.class) && name.equals("randomUUID")
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Clock.class) && name.startsWith("system")
                || owner.isEquivalentTo(InstantSource.class) && name.equals("system")
                || owner.isEquivalentTo(Date.class)
                        && access.getTarget().getFullName().endsWith("<init>()")
                || owner.getPackageName().equals("java.time") && name.equals("now") && plain;
    }

    private static String inside(String name) {
        return PackageMap.ROOT + name + "..";
    }
}
