package org.satchel.container;

import java.util.Map;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.satchel.world.Server;
import org.satchel.world.Site;
import org.satchel.world.World;

/** Tells Arquillian's server where it stands: the build's installation, a base folder of its own, a schema of the tests' MariaDB. */
public final class ZooContainer implements LoadableExtension {

    private static final int PORT_OFFSET = Integer.getInteger("satchel.test.port.offset", 10_000) + 1_000;
    private static final String SCHEMA = "satchel_zoo";

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(ZooContainer.class);
    }

    public void configure(@Observes ContainerRegistry registry) {
        var place = Site.Place.ofBuild();
        var database = World.shared().database();
        database.create(SCHEMA);
        var base = place.work().resolve("sites").resolve("Zoo");
        Server.prepareBase(place.serverHome(), base);
        var properties = Map.of(
                "jboss.server.base.dir", base.toString(),
                "jboss.socket.binding.port-offset", Integer.toString(PORT_OFFSET),
                "satchel.db.url", database.jdbcUrl(SCHEMA),
                "satchel.db.user", database.user(),
                "satchel.db.password", database.password(),
                "satchel.site.name", "Zoo");
        var arguments = new StringBuilder("-Xmx").append(place.heap());
        properties.forEach(
                (key, value) -> arguments.append(" -D").append(key).append('=').append(value));
        registry.getContainers().forEach(container -> container
                .getContainerConfiguration()
                .property("jbossHome", place.serverHome().toString())
                .property("managementPort", Integer.toString(9990 + PORT_OFFSET))
                .property("javaVmArguments", arguments.toString()));
    }
}
