package org.satchel.container;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.satchel.zoo.Zoo;

/** The EAR as it is built, with the zoo in its EJB module and a test in a web module of its own, past the application's login. */
final class ZooApplication {

    private static final String PERSISTENCE = "META-INF/persistence.xml";
    private static final String MODULES = "META-INF/application.xml";

    private ZooApplication() {}

    static EnterpriseArchive with(Class<?> test) throws IOException {
        var ear = ShrinkWrap.create(ZipImporter.class, "satchel.ear")
                .importFrom(new File(System.getProperty("satchel.ear")))
                .as(EnterpriseArchive.class);
        var ejb = ear.getAsType(JavaArchive.class, "/satchel-ejb.jar");
        // The zoo has no migration: Hibernate makes its tables beside those that the application's migrations made.
        ejb.add(new StringAsset(text(ejb, PERSISTENCE).replace("\"validate\"", "\"update\"")), PERSISTENCE);
        ejb.addClass(Zoo.class);
        var web = "<module><web><web-uri>zoo.war</web-uri><context-root>/zoo</context-root></web></module>";
        var modules = text(ear, MODULES).replaceFirst("<module>", web + "<module>");
        ear.delete("/satchel-ejb.jar");
        ear.add(new StringAsset(modules), MODULES);
        return ear.addAsModule(ejb)
                .addAsModule(Testable.archiveToTest(ShrinkWrap.create(WebArchive.class, "zoo.war")
                        .addClasses(test, OpenDoor.class)
                        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")));
    }

    private static String text(Archive<?> archive, String path) throws IOException {
        try (var in = archive.get(path).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
