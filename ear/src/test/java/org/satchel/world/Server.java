package org.satchel.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One WildFly process with the application deployed. All servers share one installation; each has a base folder of its own. The process is
 * java itself, not a shell around it, so that killing it kills the server.
 */
public final class Server implements AutoCloseable {

    /** What the server's own start script opens to it. */
    private static final List<String> MODULES = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/com.sun.net.ssl.internal.ssl=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String name;
    private final Path home;
    private final Path base;
    private final int portOffset;
    private final Map<String, String> properties;
    private final String heap;
    private Process process;

    private Server(String name, Path home, Path base, int portOffset, Map<String, String> properties, String heap) {
        this.name = name;
        this.home = home;
        this.base = base;
        this.portOffset = portOffset;
        this.properties = new TreeMap<>(properties);
        this.heap = heap;
    }

    /**
     * Makes the server's base folder from the configured installation, with the application to be deployed. Keeps what is there.
     *
     * @param heap the largest heap, as java takes it, such as 512m
     */
    public static Server prepare(
            String name, Path home, Path ear, Path base, int portOffset, Map<String, String> properties, String heap) {
        prepareBase(home, base);
        try {
            Files.copy(ear, base.resolve("deployments/satchel.ear"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(base.resolve("deployments/satchel.ear.dodeploy"), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare a server in " + base, e);
        }
        return new Server(name, home, base, portOffset, properties, heap);
    }

    /** Makes a server's base folder from the configured installation, with nothing to deploy. Keeps what is there. */
    public static void prepareBase(Path home, Path base) {
        try {
            if (!Files.exists(base.resolve("configuration"))) {
                copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
            }
            Files.createDirectories(base.resolve("deployments"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare a server in " + base, e);
        }
    }

    /** Sets a property for the next start; null takes it away. */
    public void set(String property, String value) {
        if (value == null) {
            properties.remove(property);
        } else {
            properties.put(property, value);
        }
    }

    public int httpPort() {
        return 8080 + portOffset;
    }

    public int managementPort() {
        return 9990 + portOffset;
    }

    public Path log() {
        return base.resolve("log/server.log");
    }

    public Path data() {
        return base.resolve("data");
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Starts the process; {@link #awaitDeployment()} tells when the application runs. */
    public void start() {
        try {
            Files.createDirectories(base.resolve("log"));
            Files.deleteIfExists(base.resolve("deployments/satchel.ear.failed"));
            Files.deleteIfExists(base.resolve("deployments/satchel.ear.deployed"));
            Files.deleteIfExists(base.resolve("deployments/satchel.ear.isdeploying"));
            Files.writeString(base.resolve("deployments/satchel.ear.dodeploy"), "");
            var builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(base.resolve("log/console.log").toFile());
            builder.environment().putAll(secrets());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Passwords go by the environment: the server writes its arguments into its log, and everybody on the machine can list them. */
    private Map<String, String> secrets() {
        var secrets = new TreeMap<String, String>();
        properties.forEach((key, value) -> {
            if (isSecret(key)) {
                secrets.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value);
            }
        });
        return secrets;
    }

    private static boolean isSecret(String key) {
        return key.endsWith("password");
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xms64m", "-Xmx" + heap, "-XX:MetaspaceSize=96m", "-XX:MaxMetaspaceSize=256m"));
        command.addAll(List.of("-Djava.net.preferIPv4Stack=true", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
        command.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
        command.addAll(MODULES);
        properties.forEach((key, value) -> {
            if (!isSecret(key)) {
                command.add("-D" + key + "=" + value);
            }
        });
        command.add("-Dorg.jboss.boot.log.file=" + log());
        command.add("-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"));
        command.addAll(List.of(
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString()));
        command.addAll(
                List.of("org.jboss.as.standalone", "-Djboss.home.dir=" + home, "-Djboss.server.base.dir=" + base));
        command.addAll(List.of("-Djboss.socket.binding.port-offset=" + portOffset, "-Djboss.node.name=" + name));
        command.addAll(List.of("-b", "127.0.0.1", "-bmanagement", "127.0.0.1"));
        return command;
    }

    /** @throws IllegalStateException with the end of the log if the application does not come up */
    public void awaitDeployment() {
        Waiting.until(name + " has deployed the application", PATIENCE, () -> {
            if (!process.isAlive() || Files.exists(base.resolve("deployments/satchel.ear.failed"))) {
                kill();
                throw new IllegalStateException(name + " did not start; the end of " + log() + ":\n" + tail());
            }
            return Files.exists(base.resolve("deployments/satchel.ear.deployed"));
        });
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() {
        end(process::destroyForcibly);
    }

    /** Lets the server finish what it does. */
    public void stop() {
        end(process::destroy);
    }

    private void end(Runnable how) {
        try {
            how.run();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the process has used of the processors since it started. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String tail() {
        try (Stream<String> lines = Files.lines(Files.exists(log()) ? log() : base.resolve("log/console.log"))) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.toString().contains("standalone_xml_history")) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
    }
}
