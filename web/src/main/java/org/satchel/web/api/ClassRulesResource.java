package org.satchel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.satchel.rules.Policy;
import org.satchel.site.ClassRules;
import org.satchel.site.Roles;

/** How this site settles conflicts, and what it sends ahead, by class. */
@Path("class-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Class rules")
public class ClassRulesResource {

    /**
     * @param type the class's entity name
     * @param author the one site that may change the class; with AUTHORED_AT, and with no other policy
     * @param ahead whether its records are sent ahead of others when a backlog is long; null for what the class itself says
     */
    public record Rule(
            @NotNull String type,
            @NotNull @Schema(implementation = Policy.class) String policy,
            UUID author,
            Boolean ahead) {}

    @Inject
    private ClassRules rules;

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.VIEWER})
    @Operation(summary = "The rules that were set; every other class has LAST_IN_WINS")
    public List<Rule> all() {
        var ahead = rules.ahead();
        return rules.all().entrySet().stream()
                .map(rule -> new Rule(
                        rule.getKey(),
                        rule.getValue().policy().name(),
                        rule.getValue().author(),
                        ahead.get(rule.getKey())))
                .toList();
    }

    @PUT
    @Operation(summary = "Gives a class its rule, from the next change sets on")
    public Rule set(@NotNull @Valid Rule body) {
        rules.set(body.type(), Choices.of(Policy.class, "policy", body.policy()), body.author(), body.ahead());
        return body;
    }
}
