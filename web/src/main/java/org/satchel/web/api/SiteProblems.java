package org.satchel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.satchel.site.SiteRefusal;

/** What the site's boundaries refuse: each refusal says in its type what it is and in its message why. */
@Provider
public class SiteProblems implements ExceptionMapper<SiteRefusal> {

    @Override
    public Response toResponse(SiteRefusal refusal) {
        return switch (refusal.kind()) {
            case IDENTITY_TAKEN ->
                Problem.response(
                        403,
                        "identity-taken",
                        "This site cannot be who it says",
                        refusal.getMessage(),
                        "Find out which of the two sites has the wrong credentials or a copied database.",
                        false);
            case PARENT_EXISTS ->
                Problem.response(409, "parent-exists", "A site has one parent", refusal.getMessage(), null, false);
            case INVALID_LINK, INVALID_ACCOUNT, INVALID_RULE ->
                Problem.response(400, "invalid", "A rule is broken", refusal.getMessage(), null, false);
            case UNREADABLE_SECRET ->
                Problem.response(
                        500,
                        "unreadable-secret",
                        "The stored secret cannot be read",
                        refusal.getMessage(),
                        "Bring the right key file back, or set the parent again.",
                        false);
        };
    }
}
