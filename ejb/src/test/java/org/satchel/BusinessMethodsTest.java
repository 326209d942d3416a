package org.satchel;

import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.util.List;

/** A server refuses to call any but the public methods of a session bean, and only there does it show. */
@AnalyzeClasses(packages = "org.satchel", importOptions = ImportOption.DoNotIncludeTests.class)
class BusinessMethodsTest {

    @ArchTest
    static void whatMayBeCalledIsPublic(JavaClasses imported) {
        for (var kind : List.of(Stateless.class, Singleton.class)) {
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(kind)
                    .and()
                    .doNotHaveModifier(PRIVATE)
                    .and()
                    .doNotHaveModifier(SYNTHETIC)
                    .and()
                    .areNotStatic()
                    .and()
                    .areNotAnnotatedWith(PostConstruct.class)
                    .should()
                    .bePublic()
                    .check(imported);
        }
    }
}
