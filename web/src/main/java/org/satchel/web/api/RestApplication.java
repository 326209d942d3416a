package org.satchel.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST interface. Its resources and providers are found by their annotations. */
@ApplicationPath("api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Satchel",
                        version = "0.1",
                        description =
                                "Database synchronisation for clinic networks. Every request needs a login; refusals are problem"
                                        + " documents (RFC 9457) with the members hint and retryable."),
        security = @SecurityRequirement(name = "basic"))
@SecurityScheme(securitySchemeName = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
public class RestApplication extends Application {}
