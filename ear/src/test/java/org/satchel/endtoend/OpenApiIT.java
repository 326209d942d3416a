package org.satchel.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.satchel.world.World;

/** The description of the REST interface is part of it: whoever changes one changes the other knowingly. */
class OpenApiIT {

    private static final Path CHECKED_IN = Path.of("../docs/openapi.yaml");
    private static final Path GENERATED = Path.of("target/openapi.yaml");

    @Test
    void describesTheRestInterfaceAsCheckedIn() throws IOException, InterruptedException {
        var address = URI.create(
                "http://127.0.0.1:" + World.shared().kigali().server().httpPort() + "/openapi");
        var generated = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        Files.writeString(GENERATED, generated);

        assertThat(generated)
                .as("if the change is meant, copy ear/target/openapi.yaml to docs/openapi.yaml")
                .isEqualTo(Files.readString(CHECKED_IN));
    }
}
